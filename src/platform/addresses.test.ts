import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './addresses.ts';

describe('public addresses', () => {
  it('[API-80] private, special and odd addresses are not public', () => {
    const closed = [
      ...[
        '127.0.0.1',
        '0.0.0.0',
        '10.1.2.3',
        '172.16.0.1',
        '172.31.255.255',
        '192.168.1.1',
        '169.254.169.254',
        '100.64.0.1',
      ],
      ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
      ...['::', '::1', '[::1]', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1'],
      ...[
        '::ffff:127.0.0.1',
        '::ffff:7f00:1',
        '::ffff:8.8.8.8',
        '64:ff9b::7f00:1',
        '2002:7f00:1::',
        '2001:db8::1',
        '2001::1',
      ],
      ...['', 'localhost', '127.1', '0x7f000001', '2130706433'],
    ];
    expect(closed.filter(isPublicAddress)).toEqual([]);
  });

  it('[API-80] addresses of the internet are', () => {
    const open = [
      '8.8.8.8',
      '1.1.1.1',
      '172.15.0.1',
      '172.32.0.1',
      '100.63.0.1',
      '100.128.0.1',
      '2606:4700::1111',
      '240e::1',
    ];
    expect(open.filter(isPublicAddress)).toEqual(open);
  });
});
