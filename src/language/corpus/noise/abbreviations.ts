import { confusions } from './confusions.ts';

/** English as it is texted. Left out: what shortens to a number that a quantity could be (to → 2, for → 4). */
export const ABBREVIATIONS = confusions([
  `you=u|your=ur|you're=ur,youre|are you=r u|you are=u r|please=pls,plz,plse|thanks=thx,tks,thnx,ty|thank you=ty,thank u,tysm|because=cuz,bc,cos|with=w/|without=w/o|what=wat,wut|when=wen|tomorrow=tmr,tmrw,tomoz|tonight=tonite
   today=2day,tdy|before=b4|about=abt|message=msg|messages=msgs|number=num,nr|minutes=mins|minute=min|hours=hrs|hour=hr|week=wk|weeks=wks|month=mth|okay=ok,k,kk|people=ppl|something=sth,smth|someone=some1|anyone=any1|everyone=every1
   going to=gonna|want to=wanna|got to=gotta|have to=hafta|let me=lemme|give me=gimme|kind of=kinda|out of=outta|don't know=dunno|do not=dont|does not=doesnt|did not=didnt|cannot=cant|i am=im|it is=its|what is=whats|where is=wheres
   how is=hows|by the way=btw|to be honest=tbh|right now=rn|as soon as possible=asap|in my opinion=imo|could=cud|would=wud|should=shud|right=rite|night=nite|through=thru|though=tho|although=altho|information=info|picture=pic|pictures=pics
   photo=pic|account=acct,acc|package=pkg|packages=pkgs|received=recvd,rcvd|delivery=dlvry,delivry|delivered=deliverd,dlvrd|address=addr|quantity=qty|refund=rfnd,refnd|available=avail|really=rly,rlly|sorry=sry,soz|question=q|questions=qs
   just=jus,jst|love=luv|probably=prob,prolly|definitely=def|obviously=obvs|seriously=srsly|see you=cya|customer service=cs,cust service|support=supp|phone=ph,fone|discount=disc|order=ordr|orders=ordrs|business=biz|favourite=fav|favorite=fav
   birthday=bday|christmas=xmas|maximum=max|minimum=min|approximately=approx|every=evry|have=hv,hav|been=bn|that=dat,tht|this=dis,ths|from=frm|back=bk|much=mch|need=nd|want=wnt|good=gd|great=gr8|later=l8r|wait=w8|still=stil
   waiting=waitin|getting=gettin|looking=lookin|something's=sth's|nothing=nothin|anything=anythin|not=nt|now=nw|and=n,&|yes=ya,yep|no=nah|hello=hi,hiya,yo|excuse me=scuse me|got it=gotcha|isn't=isnt,aint`,
]);
