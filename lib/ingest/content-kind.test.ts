import { describe, expect, it } from 'vitest';
import { contentKind } from './content-kind';

const text = (content: string) => new TextEncoder().encode(content);

describe('contentKind', () => {
  it.each<[string, string]>([
    ['quotes', `a,b\n${'"'.repeat(60_001)}`],
    ['white space after a bracket', `{"a":}${' '.repeat(60_000)}x`],
    ['words without an end', `type=A msg=audit(1.0:1): ${'a'.repeat(60_000)}`],
  ])('takes no longer for many %s', (_what, head) => {
    const before = performance.now();
    contentKind(text(head));
    expect(performance.now() - before).toBeLessThan(1_000);
  });

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
    ['newline-delimited JSON', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
    ['a JSON array', text('[{"EventID":1}]')],
    ['a JSON array without objects', text('[1, 2]')],
    ['text that is neither JSON, CSV nor an audit log', text('[2020-11-10 07:48:16] started\n')],
    ['JSON objects one after the other', text('{\n  "EventID": 1\n}\n{\n')],
    ['JSON objects one after the other', text('{"EventID":1}{"EventID":3}')],
    ['a JSON object around a list of events', text('{"Records":[{"eventName":"GetObject"}]}')],
    ['a JSON object around a list of events', text('{\n "count": 2, "note": "a \\" b",\n "value": [\n{')],
    ['newline-delimited JSON', text('{"items":[{"a":1}],"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1}\n')],
    ['newline-delimited JSON', text('{"resources":[{"arn":"x"}],"eventName":"GetObject"}\n')],
    ['newline-delimited JSON', text('{"cut":\n{"EventID":1}\n')],
    ['a web page (HTML)', text('<!DOCTYPE html><html>')],
    ['XML', text('<Event xmlns="…">')],
    ['a Linux audit log', text('type=SYSCALL msg=audit(1604994496.155:92733): arch=c000003e')],
    ['comma-separated values', text('Event Type,Event Name,Request ID\n1,2,3\n')],
    ['comma-separated values', text('a;b\n1;2\n')],
    ['tab-separated values', text('a\tb\n1\t2, 3\n')],
    ['text that is neither JSON, CSV nor an audit log', text('0a1b2c3d  capture.pcap\n')],
    ['text that is neither JSON, CSV nor an audit log', text('Hello, reader.\nThis has, as prose does, commas.\nOr none.\n')],
  ])('%s', (what, head) => {
    expect(contentKind(head).what).toBe(what);
  });
});
