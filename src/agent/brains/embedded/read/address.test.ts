import { describe, expect, it } from 'vitest';
import { normalise } from '../../../../language/normalise.ts';
import { withDoor } from './address/door.ts';
import { readAddress } from './address.ts';

const read = (text: string, corrects = false) => readAddress(normalise(text).text.trim(), corrects);

/** Without empty members, which stand for "none". */
function parts(text: string): Record<string, string> {
  return Object.fromEntries(Object.entries(read(text).parts).filter(([, value]) => value));
}

describe('the address in a sentence', () => {
  it.each([
    ['把空气炸锅的地址改成西湖区文三路118号6幢703室', '西湖区', '文三路118号6幢703室'],
    ['麻烦把炸锅那单寄到上海市浦东新区张江路100号可以吗', '浦东新区', '张江路100号'],
    ['订单XE20261125-1003收货地址改为西湖区文三路1号', '西湖区', '文三路1号'],
    ['背包换到滨江区网商路699号，谢谢', '滨江区', '网商路699号'],
    ['我搬家了，地址是余杭区文一西路969号', '余杭区', '文一西路969号'],
    ['地址写错了，应该是杭州市西湖区文三路188号', '西湖区', '文三路188号'],
    ['帮我把空气炸锅发到杭州市西湖区文三路188号吧，辛苦了', '西湖区', '文三路188号'],
    ['北京市朝阳区建国路88号我明天就不在杭州了', '朝阳区', '建国路88号'],
    ['新地址：徐汇区漕溪北路18号，麻烦尽快', '徐汇区', '漕溪北路18号'],
    ['还没发货的那单改寄到鼓楼区中山北路2号', '鼓楼区', '中山北路2号'],
    ['以后都寄到公司：浙江省杭州市余杭区文一西路 969 号', '余杭区', '文一西路 969 号'],
    ['我要改地址：上海市闵行区七宝镇新龙路1333弄56号602室', '闵行区', '七宝镇新龙路1333弄56号602室'],
    ['改到上城区延安路 98 号 3 楼 305，张三收，电话 13912345678', '上城区', '延安路 98 号 3 楼 305'],
    ['改到南京东路100号', undefined, '南京东路100号'],
    ['寄到上海市黄浦区南京东路 100 号 3 楼', '黄浦区', '南京东路 100 号 3 楼'],
    ['浙江省 杭州市，西湖区，文三路 118 号，6 幢 703 室', '西湖区', '文三路 118 号 6 幢 703 室'],
  ])('[EMB-110] %s', (text, district, street) => {
    expect(read(text).parts).toMatchObject({ street, ...(district && { district }) });
    expect(read(text).rest).toEqual([]);
  });

  it.each([
    ['change the address of the backpack order to 55 Nanjing Road, Shanghai 200001', '55 Nanjing Road'],
    ['Please ship my kettle to 350 Fifth Avenue, New York, NY 10118 instead, thanks', '350 Fifth Avenue'],
    ['my new address is 742 Evergreen Terrace, Springfield, Oregon 97477', '742 Evergreen Terrace'],
    ['can you send the shoes to 5 Main Road, Hangzhou, Zhejiang please?', '5 Main Road'],
    ['change it from 12 Elm Street to 15 Oak Avenue, Springfield, IL 62704', '15 Oak Avenue'],
    ['the parcel should go to 12 High Street, Reading RG1 1AA because I moved', '12 High Street'],
    ['no, make it 88 West Lake Avenue, Hangzhou, Zhejiang', '88 West Lake Avenue'],
    ['I ordered a lamp, deliver it at 9 King Street, Leeds LS1 2HH', '9 King Street'],
    ['update the delivery address: 1 Macquarie Street, Sydney NSW 2000, Australia', '1 Macquarie Street'],
    ['redirect order XE20261125-1204 to 100 Queen St W, Toronto, ON M5H 2N2, Canada', '100 Queen St W'],
    ['send it to Emily Carter, 88 Century Avenue, Shanghai', '88 Century Avenue'],
    ['address: 2 Oak Street, Boston, MA 02108 and the name is Ann Lee', '2 Oak Street'],
  ])('[EMB-110] %s', (text, street) => {
    expect(read(text).parts.street).toBe(street);
    expect(read(text).rest).toEqual([]);
  });

  it.each([
    '我不知道单号，东西还在路上吗',
    '改寄到公司',
    '12号能到吗',
    '半夜扣了我68，我没买东西啊',
    '地址填错了，能改吗',
  ])('[EMB-110] there is none in: %s', (text) => {
    expect(read(text)).toMatchObject({ parts: {}, door: [], rest: [] });
  });
});

describe('Western addresses', () => {
  it.each([
    [
      'Room 501, No. 88 Century Avenue, Pudong New Area, Shanghai, 200120',
      {
        street: 'Room 501, No. 88 Century Avenue',
        district: 'Pudong New Area',
        city: 'Shanghai',
        province: 'Shanghai',
        postcode: '200120',
      },
    ],
    [
      '55 Nanjing Road, Shanghai 200001, China, phone 13800001234',
      {
        street: '55 Nanjing Road',
        city: 'Shanghai',
        province: 'Shanghai',
        postcode: '200001',
        country: 'CN',
        phone: '13800001234',
      },
    ],
    [
      '221B Baker Street, London NW1 6XE, UK',
      { street: '221B Baker Street', city: 'London', postcode: 'NW1 6XE', country: 'GB' },
    ],
    [
      'Flat 3, 14 Mill Lane, Cambridge CB2 1RW',
      { street: 'Flat 3, 14 Mill Lane', city: 'Cambridge', postcode: 'CB2 1RW' },
    ],
    [
      '350 Fifth Avenue Apt 12, New York, NY 10118',
      { street: '350 Fifth Avenue, Apt 12', city: 'New York', province: 'NY', postcode: '10118' },
    ],
    ['PO Box 1234, Austin, TX 78701', { street: 'PO Box 1234', city: 'Austin', province: 'TX', postcode: '78701' }],
    [
      '1600 Pennsylvania Ave NW, Washington, DC 20500, USA',
      {
        street: '1600 Pennsylvania Ave NW',
        city: 'Washington',
        province: 'DC',
        postcode: '20500',
        country: 'US',
      },
    ],
    [
      'Hauptstraße 12, 10115 Berlin, Germany',
      { street: 'Hauptstraße 12', city: 'Berlin', postcode: '10115', country: 'DE' },
    ],
    [
      '12 rue de Rivoli, 75001 Paris, France',
      { street: '12 rue de Rivoli', city: 'Paris', postcode: '75001', country: 'FR' },
    ],
    ['Via Roma 5, 00184 Roma, Italy', { street: 'Via Roma 5', city: 'Roma', postcode: '00184', country: 'IT' }],
    [
      'Keizersgracht 123, 1015 CJ Amsterdam, Netherlands',
      { street: 'Keizersgracht 123', city: 'Amsterdam', postcode: '1015 CJ', country: 'NL' },
    ],
    [
      '1 Macquarie Street, Sydney NSW 2000, Australia',
      { street: '1 Macquarie Street', city: 'Sydney', province: 'NSW', postcode: '2000', country: 'AU' },
    ],
    [
      '100 Queen St W, Toronto, ON M5H 2N2, Canada',
      { street: '100 Queen St W', city: 'Toronto', province: 'ON', postcode: 'M5H 2N2', country: 'CA' },
    ],
    [
      '10 Anson Road, #12-34, Singapore 079903',
      { street: '10 Anson Road, #12-34', city: 'Singapore', postcode: '079903', country: 'SG' },
    ],
    [
      'Emily Carter\n88 Century Avenue\nShanghai 200120\nChina',
      {
        name: 'Emily Carter',
        street: '88 Century Avenue',
        city: 'Shanghai',
        province: 'Shanghai',
        postcode: '200120',
        country: 'CN',
      },
    ],
    [
      'Flat 12, Rose Court, 5 High Road, Leeds, LS1 4AP, United Kingdom',
      { street: 'Flat 12, Rose Court, 5 High Road', city: 'Leeds', postcode: 'LS1 4AP', country: 'GB' },
    ],
    [
      '4-2-8 Shibakoen, Minato-ku, Tokyo 105-0011, Japan',
      { street: '4-2-8 Shibakoen', city: 'Minato-ku', province: 'Tokyo', postcode: '105-0011', country: 'JP' },
    ],
    [
      'Building 5, 1000 Jinke Road, Zhangjiang, Pudong, Shanghai 201203',
      {
        street: 'Building 5, 1000 Jinke Road',
        district: 'Zhangjiang, Pudong',
        city: 'Shanghai',
        province: 'Shanghai',
        postcode: '201203',
      },
    ],
    [
      'Musterstr. 5, 80331 München, Deutschland',
      { street: 'Musterstr. 5', city: 'München', postcode: '80331', country: 'DE' },
    ],
    [
      '55 Nanjing Road Shanghai 200001 China',
      { street: '55 Nanjing Road', city: 'Shanghai', province: 'Shanghai', postcode: '200001', country: 'CN' },
    ],
  ])('[EMB-114] %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
    expect(read(text).rest).toEqual([]);
  });
});

describe('pieces of an address by themselves', () => {
  const HOME = '文三路 118 号 6 幢 702 室';
  const street = (text: string, of: string) => withDoor(of, read(text, true).door);

  it.each([
    ['只改门牌 703 室', HOME, ['文三路 118 号 6 幢 703 室']],
    ['门牌改成 703 室', HOME, ['文三路 118 号 6 幢 703 室']],
    ['房间号错了，应该是 705', HOME, ['文三路 118 号 6 幢 705 室']],
    ['702 改成 703 室', HOME, ['文三路 118 号 6 幢 703 室']],
    ['不是 118 号，是 120 号', HOME, ['文三路 120 号 6 幢 702 室']],
    ['是 8 幢，不是 6 幢', HOME, ['文三路 118 号 8 幢 702 室']],
    ['不对，门牌是 101 号', '张江路 100 号', ['张江路 101 号']],
    ['101号', '张江路100号', ['张江路101号']],
    ['门牌号是 56', '张江路 100 号', ['张江路 56 号']],
    ['门牌改成 3 单元 501 室', '梧桐街 36 号 2 单元 502 室', ['梧桐街 36 号 3 单元 501 室']],
    ['房号 501', '张江路 100 号', ['张江路 100 号 501 室']],
    ['门牌改成 120 号', HOME, ['文三路 120 号 6 幢 702 室', '文三路 120 号']],
    ['门牌改成 9', HOME, ['文三路 9 号 6 幢 702 室', '文三路 118 号 9 幢 702 室', '文三路 118 号 6 幢 9 室']],
    ['不是 55，是 56', HOME, []],
  ])('[EMB-112] %s, of %s', (text, of, expected) => {
    expect(street(text, of)).toEqual(expected);
  });

  it.each([
    ['no wait the number is 56', '55 Nanjing Road', ['56 Nanjing Road']],
    ['not 55, 56', '55 Nanjing Road', ['56 Nanjing Road']],
    ["it's 56, not 55", '55 Nanjing Road', ['56 Nanjing Road']],
    ['not 55 but 56', '55 Nanjing Road', ['56 Nanjing Road']],
    ['the house number should be 56', '55 Nanjing Road', ['56 Nanjing Road']],
    ['change 55 to 56', '55 Nanjing Road', ['56 Nanjing Road']],
    ['56 instead of 55', '55 Nanjing Road', ['56 Nanjing Road']],
    ['make it number 56', 'Room 501, 55 Nanjing Road', ['Room 56, 55 Nanjing Road', 'Room 501, 56 Nanjing Road']],
    ['no, 56', '55 Nanjing Road', ['56 Nanjing Road']],
    ['sorry, number 57b', '55 Nanjing Road', ['57b Nanjing Road']],
    ['room 214, not 241', 'Room 241, 55 Nanjing Road', ['Room 214, 55 Nanjing Road']],
    ['not 60, 61', '55 Nanjing Road', []],
  ])('[EMB-112] %s, of %s', (text, of, expected) => {
    expect(street(text, of)).toEqual(expected);
  });
});
