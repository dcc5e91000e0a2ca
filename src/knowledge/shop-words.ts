/** Words of the trade in both languages, from the trade's own vocabulary: `Chinese = English`, one meaning each. */
export const PAIRS = `
退货,退换,退回,退 = return,send back | 退款,退钱,退还 = refund,money back,reimburse | 换货,调换,更换,换 = exchange,swap,replace | 换新,补发,补寄 = replacement,resend,reship
取消,撤销 = cancel,call off | 订单,单子 = order | 下单,拍下 = place order,order,checkout | 购物车 = cart,basket,trolley | 结算,结账 = checkout,check out
配送,送货,派送,派件 = delivery,deliver,shipping | 发货,寄出,发出 = dispatch,ship,send | 快递,物流 = courier,carrier,parcel service,shipping
快递公司,承运商 = carrier,courier company | 快递员,配送员 = courier,driver,delivery man | 包裹,快件 = parcel,package
运费,邮费,快递费,配送费 = shipping fee,delivery fee,postage,shipping cost | 包邮,免运费 = free shipping,free delivery | 偏远地区 = remote area,remote
海外,国外,境外,国际 = overseas,abroad,international | 港澳台 = hong kong,macau,taiwan | 香港 = hong kong | 澳门 = macau,macao | 台湾 = taiwan
中国大陆,内地 = mainland china,mainland | 省份,省 = province | 城市 = city | 乡镇,农村,村 = village,rural,countryside,town | 地址,收货地址 = address
收件人,收货人 = recipient,addressee | 物流信息,物流状态,查件 = tracking,track | 运单号,快递单号,单号 = tracking number,waybill | 签收 = sign,receipt,delivered
拒收 = refuse,reject | 丢件,丢失,弄丢 = lost,missing parcel | 延误,延迟,晚到 = delay,late | 催,催促,加急 = rush,hurry,urgent,expedite,speed up | 当天 = same day
次日,第二天 = next day | 工作日 = working day,business day | 周末 = weekend | 节假日,假期,放假 = holiday,public holiday | 春节,过年 = spring festival,chinese new year
驿站,代收点,自提点 = pickup point,collection point,pick up | 快递柜,丰巢 = locker,parcel locker | 自提,自取 = pick up,collect | 取件码 = pickup code,collection code
送货上门 = home delivery,to door,doorstep | 上门 = home visit,door | 预约 = appointment,book,schedule | 安装,组装 = install,installation,assemble,assembly,set up
师傅 = technician,fitter | 大件 = bulky,large item,oversized | 拆分,分开发,分包 = split,separate parcel | 少发,漏发,缺件,少了 = missing item,missing,short
发错,错发 = wrong item,wrong | 破损,损坏,摔坏,碎 = damaged,broken,damage | 坏,故障 = faulty,broken,defect | 质量问题,瑕疵,次品 = faulty,defective,quality problem,defect
质量 = quality | 验货,开箱 = inspect,unbox | 赠品,礼物 = gift,free gift,present | 配件,零件 = part,accessory,spare part | 说明书 = manual,instruction
吊牌,标签 = tag,label | 包装 = packaging,wrap,packing | 礼品包装,礼盒 = gift wrap,gift box | 贺卡,卡片 = card,greeting card,message card | 价签,小票 = price tag,receipt
发票,开票 = invoice | 电子发票 = electronic invoice,e-invoice | 专票,增值税专用发票 = vat invoice,special invoice | 增值税,税 = vat,tax | 税号 = tax number,tax id
抬头 = invoice title,title | 报销 = reimburse,expense,reimbursement | 收据 = receipt | 公司,企业 = company,business,corporate | 支付,付款,付钱 = pay,payment
支付方式,付款方式 = payment method,way to pay | 支付宝 = alipay | 微信支付 = wechat pay | 微信 = wechat | 信用卡 = credit card | 借记卡 = debit card | 银行卡 = bank card,card
银行 = bank | 货到付款 = cash on delivery,cod | 转账,汇款 = transfer,bank transfer | 分期,分期付款 = instalment,installment,pay monthly | 花呗 = huabei
免息 = interest free,no interest | 利息 = interest | 手续费 = fee,charge,handling fee | 重复扣款,多扣,扣两次 = charged twice,double charge,duplicate charge
扣款 = charge,deduct | 付款失败,支付失败 = payment failed,payment fail,declined | 余额 = balance | 限额 = limit | 到账 = arrive,credited
原路返回,原路退回 = original payment method,same way | 礼品卡,购物卡 = gift card,voucher card | 定金,订金 = deposit | 尾款 = balance payment
预售 = preorder,pre-order,presale | 补货,到货 = restock,back in stock | 缺货,断货,没货 = out of stock,sold out | 现货,库存,有货 = stock,in stock | 价格,价钱 = price
降价 = price drop,cheaper | 差价,补差 = price difference,difference | 价保,价格保护,保价 = price protection,price match | 便宜 = cheap,cheaper | 打折,折扣 = discount
优惠,活动,促销 = offer,promotion,deal,sale | 优惠券,券,代金券,红包 = coupon,voucher | 券码,优惠码,折扣码 = promo code,coupon code,discount code | 满减 = off,spend
满 = spend,over | 门槛 = minimum spend,threshold | 叠加 = combine,stack,together | 新客,新人,首单 = new customer,first order | 过期,失效 = expire,expired
有效期 = valid,expiry | 领取,领券 = claim,collect | 兑换 = redeem,exchange | 会员 = member,membership | 等级 = tier,level | 积分 = point,reward point,loyalty
银卡 = silver | 金卡 = gold | 生日 = birthday | 注册 = register,sign up | 登录,登陆 = log in,login,sign in | 密码 = password | 验证码 = verification code,code
手机号,电话号码 = phone number,mobile number | 电话 = phone,call,telephone | 邮箱,邮件,电子邮件 = e-mail,email,mail | 账户,账号,帐号 = account
注销,销户 = close account,delete account | 改绑,换绑,换号 = change number | 短信,通知 = message,sms,text,notification | 退订 = unsubscribe
隐私,个人信息 = privacy,personal data,personal information | 数据,信息 = data,information | 删除 = delete,erase | 客服,人工客服 = customer service,support,agent
人工,真人 = human,person,agent,real person | 联系 = contact,reach | 投诉 = complain,complaint | 建议,意见 = suggestion,feedback
营业时间,工作时间,上班时间 = opening hour,business hour,working hour | 上班,开门 = open | 下班,关门 = close | 门店,实体店,线下店 = store,shop,physical store | 仓库 = warehouse
工厂 = factory | 正品,真货 = genuine,authentic,original | 假货,仿品 = fake,counterfeit | 假一赔三 = triple compensation,three times
防伪码 = security code,anti-counterfeit | 质检报告,检测报告 = test report,quality report,inspection report | 赔偿,赔付 = compensate,compensation
批发,团购 = wholesale,bulk,bulk order | 采购 = purchase,procurement | 合同 = contract | 定制,刻字 = custom,customise,personalise,engrave | 企业 = corporate,company
质保,保修,三包 = warranty,guarantee | 维修,修理,修 = repair,fix | 保养,养护,护理 = care,maintain,maintenance | 清洗,清洁,洗 = clean,wash | 机洗 = machine wash
手洗 = hand wash | 干洗 = dry clean | 烘干 = tumble dry,dry | 晾干 = air dry | 熨烫 = iron | 缩水 = shrink | 褪色,掉色 = fade,bleed | 起球 = pill,pilling
洗碗机 = dishwasher | 微波炉 = microwave | 烤箱 = oven | 洗衣机 = washing machine | 铸铁锅,铁锅 = cast iron,cast iron pan,skillet | 锅 = pan,pot
不粘锅,粘锅 = non-stick,stick | 开锅,养锅 = season,seasoning | 生锈,锈 = rust,rusty | 水垢,除垢 = limescale,scale,descale | 水壶,电水壶,热水壶 = kettle | 柠檬酸 = citric acid
醋 = vinegar | 异味,味道 = smell,odour | 充电宝,移动电源 = power bank | 电池,锂电池 = battery,lithium battery | 充电器 = charger | 充电 = charge,charging
数据线 = cable,charging cable | 续航 = battery life | 飞机 = plane,flight,airplane | 托运 = check in,checked baggage,hold luggage
随身 = carry on,hand luggage,cabin | 安检 = security check | 容量 = capacity | 瓦时 = wh,watt hour | 功率 = power,wattage | 电压 = voltage | 插头 = plug
耳机 = headphone,earphone,earbud | 入耳式耳机 = in-ear headphone,earbud | 蓝牙 = bluetooth | 连接,配对 = connect,pair | 降噪 = noise cancelling | 音箱 = speaker
手机 = phone,mobile | 电脑,笔记本 = laptop,computer | 键盘 = keyboard | 鼠标 = mouse | 手表 = watch | 台灯,落地灯,灯 = lamp,light | 灯泡 = bulb
书架 = bookshelf,bookcase,shelf | 桌子,折叠桌 = table,desk | 椅子 = chair | 沙发 = sofa,couch | 床 = bed | 床垫 = mattress | 枕头 = pillow | 被子 = quilt,duvet
床单,四件套 = sheet,bedding | 毛巾 = towel | 地毯 = rug,carpet | 窗帘 = curtain | 挂钟,钟 = clock,wall clock | 镜子 = mirror | 雨伞,伞 = umbrella | 杯子,水杯 = cup,mug
保温杯 = thermos,flask,vacuum flask | 碗 = bowl | 盘子 = plate | 刀 = knife | 砧板 = chopping board,cutting board | 刀具 = knife | 餐具 = tableware,cutlery
咖啡 = coffee | 茶叶,茶 = tea | 零食,食品 = snack,food | 保质期 = shelf life,best before | 过敏 = allergy,allergic | 成分,配料 = ingredient
衣服,服装 = clothes,clothing,garment | 上衣 = top | 衬衫 = shirt | 外套,夹克 = jacket,coat | 羽绒服 = down jacket | 冲锋衣 = shell jacket,rain jacket,waterproof jacket
防水 = waterproof,water resistant | 透气 = breathable | 保暖 = warm,thermal | 毛衣,针织 = sweater,jumper,knitwear | 羊毛 = wool | 羊绒 = cashmere | 棉,纯棉 = cotton
真丝,丝绸 = silk | 皮,真皮,皮革 = leather | 面料,材质 = fabric,material | 裤子 = trousers,pants | 牛仔裤 = jeans | 裙子,连衣裙 = dress,skirt | 内衣 = underwear
保暖内衣 = thermal underwear | 袜子 = sock | 围巾 = scarf | 帽子 = hat,cap | 手套 = glove | 腰带,皮带 = belt | 鞋,鞋子 = shoe | 运动鞋,跑鞋 = sneaker,trainer,running shoe
靴子 = boot | 凉鞋,拖鞋 = sandal,slipper | 鞋带 = lace,shoelace | 鞋垫 = insole | 尺码,码数,号码 = size | 尺码表 = size chart,size guide,size table
选码 = size advice,choose size | 偏大 = large,run large,big | 偏小 = small,run small | 脚长 = foot length | 脚宽,宽脚 = wide foot,wide | 身高 = height | 体重 = weight
胸围 = chest,bust | 腰围 = waist | 肩宽 = shoulder | 袖长 = sleeve | 厘米 = cm,centimetre | 颜色 = colour | 款式,款 = style,model | 型号,规格 = model,specification
商品,产品 = item,product,goods | 品牌,牌子 = brand | 产地 = origin,made in | 评价,评论 = review,rating,comment | 晒单 = review photo | 收藏 = favourite,wishlist
分享 = share | 推荐 = recommend | 对比,比较 = compare | 行李箱,拉杆箱 = suitcase,luggage | 背包,双肩包 = backpack | 包,手提包 = bag,handbag | 钱包 = wallet | 帐篷 = tent
睡袋 = sleeping bag | 露营 = camping | 徒步,登山 = hiking | 自行车 = bicycle,bike | 瑜伽垫 = yoga mat | 玩具 = toy | 儿童,小孩,孩子 = child,kid | 婴儿,宝宝 = baby,infant
老人 = elderly,old people | 宠物 = pet | 猫 = cat | 狗 = dog | 香水 = perfume | 护肤品,化妆品 = skincare,cosmetic | 口罩 = mask | 按摩仪 = massager | 剃须刀 = shaver,razor
吹风机 = hair dryer | 吸尘器 = vacuum cleaner | 空气炸锅 = air fryer | 加湿器 = humidifier | 净化器 = purifier,air purifier | 滤芯,过滤网 = filter
冰箱 = fridge,refrigerator | 电视 = television,tv | 空调 = air conditioner | 旧货,二手 = used,second hand | 以旧换新 = trade in | 回收 = recycle,recycling
环保 = eco,environment | 拆封,打开 = open,unseal | 未拆封 = unopened,sealed | 无理由 = no reason,change mind | 清仓 = clearance
最终,不退不换 = final sale,non-returnable | 购买凭证 = proof of purchase | 照片,拍照,图片 = photo,picture | 视频 = video | 截图 = screenshot | 证据,凭证 = proof,evidence
审核 = review,approve | 上传 = upload | 填写 = fill | 备注 = note,remark | 修改,改 = change,modify,edit,amend | 确认 = confirm | 申请 = apply,request
查询,查 = check,look up | 提交 = submit | 处理 = process,handle | 流程,步骤 = step,process,procedure | 条件,要求 = condition,requirement | 规则,政策 = rule,policy
限制 = limit,restriction | 例外,不支持 = exception,exclude | 免费 = free | 收费,费用 = fee,charge,cost | 押金 = deposit | 最低 = minimum,least | 最高,最多 = maximum,most
时间 = time | 日期 = date | 小时 = hour | 分钟 = minute | 天 = day | 周,星期 = week | 月 = month | 年 = year | 终身 = lifetime | 安全 = safe,safety,security
诈骗,骗子 = scam,fraud | 二维码 = qr code | 链接 = link | 页面 = page | 首页 = home page | 聊天 = chat | 留言 = leave message,message | 机器人 = bot,robot | 语言 = language
英文,英语 = english | 中文 = chinese | 招聘 = job,hiring,career | 加盟 = franchise | 供应商 = supplier | 直播 = livestream,live stream | 抽奖 = lucky draw,raffle
秒杀 = flash sale | 拼团 = group buy | 试用,试穿 = try,trial | 租 = rent,hire | 搭,搭建 = pitch,put up,set up | 退税 = tax refund | 收纳,存放 = store,storage,fold
磨刀,磨 = sharpen | 平底锅,煎锅 = frying pan,skillet | 电饭煲,电饭锅 = rice cooker | 摩卡壶 = moka pot | 手冲壶 = gooseneck kettle,pour-over
电磁炉 = induction,induction hob | 密码锁,锁 = lock,combination lock | 徒步靴 = hiking boot | 童鞋 = kids shoe | 童装 = kids clothes | 新疆 = xinjiang
西藏 = tibet | 上海 = shanghai | 北京 = beijing | 对公转账 = company transfer,bank transfer | 开票,开发票 = issue invoice | 证书 = certificate,certification
`;
