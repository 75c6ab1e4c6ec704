import { describe, expect, it } from 'vitest';
import { contentKind } from './content-kind';

const text = (content: string) => new TextEncoder().encode(content);

describe('contentKind', () => {
  it.each<[string, Uint8Array]>([
    ['newline-delimited JSON', text('{"EventID":1}\n{"EventID":3}\n')],
    ['newline-delimited JSON', text('\ufeff\r\n  {"EventID":1}\r\n')],
    ['newline-delimited JSON', text('EventID":1}\n{"EventID":3}\n{"EventID":3}\n')],
    ['empty', text(' \n\r\n')],
    ['empty', text('')],
    ['a zip archive', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])],
    ['a packet capture', new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1, 2, 0])],
    ['a packet capture', new Uint8Array([0x0a, 0x0d, 0x0d, 0x0a])],
    ['a gzip file', new Uint8Array([0x1f, 0x8b, 8])],
    ['a Windows event log (EVTX)', text('ElfFile\0')],
    ['binary data', text('{"a":1}\0')],
    ['UTF-16 text, not newline-delimited JSON in UTF-8', new Uint8Array([0xff, 0xfe, 0x7b, 0])],
    ['a JSON array, not newline-delimited JSON', text('[{"EventID":1}]')],
    ['a web page (HTML), not newline-delimited JSON', text('<!DOCTYPE html><html>')],
    ['XML, not newline-delimited JSON', text('<Event xmlns="…">')],
    ['a Linux audit log, not newline-delimited JSON', text('type=SYSCALL msg=audit(1604994496.155:92733): arch=c000003e')],
    ['comma-separated values, not newline-delimited JSON', text('Event Type,Event Name,Request ID\n1,2,3\n')],
    ['text, not newline-delimited JSON', text('0a1b2c3d  capture.pcap\n')],
  ])('%s', (what, head) => {
    expect(contentKind(head).what).toBe(what);
  });
});
