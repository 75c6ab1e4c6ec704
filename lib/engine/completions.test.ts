import { describe, expect, it } from 'vitest';
import { tableOf } from '@/lib/query/query.test-support';
import { runAdHoc } from './ad-hoc-query';
import { completions } from './completions';
import type { QueryLanguage } from './query-shapes';

const events = [
  { EventID: 5140, Channel: 'Security', ShareName: '\\\\*\\C$', '@timestamp': 't1' },
  { EventID: 5140, Channel: 'Security', ShareName: '\\\\*\\IPC$', '@timestamp': 't2' },
  { EventID: 5140, Channel: 'security', ShareName: '\\\\*\\C$', '@timestamp': 't3' },
  { EventID: 1, Channel: 'Sysmon', Image: "C:\\100%_o'k\\a.exe", '@timestamp': 't4' },
];
const table = tableOf(events);

/** `|` marks the place. */
function at(language: QueryLanguage, marked: string, asked = false) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = completions({ language, text, offset, asked }, table);
  const written = (label: string): string => {
    const option = found?.options.find((candidate) => candidate.label === label);
    return found && option ? text.slice(0, found.from) + option.insert + text.slice(found.to) : '';
  };
  return { labels: found?.options.map((option) => option.label) ?? null, counts: found?.options.map((option) => option.events) ?? [], written };
}

describe('completions of SQL', () => {
  it.each([
    ['SELECT Ev|', 'EventID', 'SELECT EventID'],
    ['SELECT time|', '@timestamp', 'SELECT `@timestamp`'],
    ['SELECT `@ti|', '@timestamp', 'SELECT `@timestamp`'],
    ['SELECT `@ti|` FROM t', '@timestamp', 'SELECT `@timestamp` FROM t'],
    ["SELECT b.'@|'", '@timestamp', "SELECT b.'@timestamp'"],
    ['SELECT b.|', 'Channel', 'SELECT b.Channel'],
    ['sel|', 'SELECT', 'SELECT'],
    ['SELECT cou|', 'COUNT', 'SELECT COUNT('],
    ["WHERE Channel = '|", 'Security', "WHERE Channel = 'Security'"],
    ["WHERE Channel = 'Sec|' AND x", 'Security', "WHERE Channel = 'Security' AND x"],
    ["WHERE Channel = 'Se|curity'", 'Security', "WHERE Channel = 'Security'"],
    ['WHERE Channel = "|', 'Sysmon', 'WHERE Channel = "Sysmon"'],
    ["WHERE LOWER(Channel) = '|", 'security', "WHERE LOWER(Channel) = 'security'"],
    ['WHERE EventID = |', '5140', 'WHERE EventID = 5140'],
    ['WHERE EventID = 51|', '5140', 'WHERE EventID = 5140'],
    ["WHERE EventID NOT IN (1, '|", '5140', "WHERE EventID NOT IN (1, '5140'"],
    ["WHERE b.`Channel` IN ('Security', |", 'Sysmon', "WHERE b.`Channel` IN ('Security', 'Sysmon'"],
    ["WHERE ShareName LIKE '%C|", '\\\\*\\C$', "WHERE ShareName LIKE '%_\\*\\C$'"],
  ])('%s offers %s: %s', (text, label, written) => expect(at('sql', text).written(label)).toBe(written));

  it('offers the commonest values first, with their counts', () => {
    expect(at('sql', "WHERE ShareName LIKE '|")).toMatchObject({ labels: ['\\\\*\\C$', '\\\\*\\IPC$'], counts: [2, 1] });
  });

  it('does not offer a value that a string of SQL cannot say', () => expect(at('sql', "WHERE ShareName = '|").labels).toBeNull());

  it('says nothing before something is typed, unless asked', () => {
    expect(at('sql', 'SELECT |').labels).toBeNull();
    expect(at('sql', 'SELECT |', true).labels).toContain('EventID');
  });

  it('does not stand in the way of the line\u2019s end after a whole keyword', () => {
    expect(at('sql', 'SELECT EventID FROM t WHERE Image = 1 and|').labels).toBeNull();
    expect(at('sql', 'SELECT e|').labels?.slice(0, 2)).toEqual(['EventID', 'ELSE']);
  });

  it.each([['-- Ev|'], ["SELECT 'Ev|"], ['WHERE Nowhere = |']])('offers nothing in %s', (text) => expect(at('sql', text).labels).toBeNull());

  it.each([
    ['LIKE', 'ShareName'],
    ['RLIKE', 'ShareName'],
    ['=', 'Image'],
    ['LIKE', 'Image'],
    ['RLIKE', 'Image'],
    ['=', 'Channel'],
  ])('what it writes after %s finds exactly the events that it counts: %s', (operator, field) => {
    const text = `SELECT EventID FROM t WHERE ${field} ${operator} '`;
    const found = completions({ language: 'sql', text, offset: text.length, asked: false }, table);
    expect(found?.options.length).toBeGreaterThan(0);
    for (const { insert, events: count } of found?.options ?? []) expect([insert, runAdHoc({ language: 'sql', text: text + insert }, table).run.rowCount]).toEqual([insert, count]);
  });
});

describe('completions of pandas', () => {
  it.each([
    ["df['Ev|", 'EventID', "df['EventID'"],
    ["df['|']", '@timestamp', "df['@timestamp']"],
    ["df[['EventID', 'Ch|']]", 'Channel', "df[['EventID', 'Channel']]"],
    ["df[df['Channel'] == '|']", 'Security', "df[df['Channel'] == 'Security']"],
    ["df[df['Channel'].str.lower() == '|']", 'security', "df[df['Channel'].str.lower() == 'security']"],
    ["df[df['EventID'] == |]", '5140', "df[df['EventID'] == 5140]"],
    ["df[df['EventID'].isin([1, |])]", '5140', "df[df['EventID'].isin([1, 5140])]"],
    ["df[df['ShareName'].str.contains('|')]", '\\\\*\\C$', "df[df['ShareName'].str.contains('\\\\\\\\\\\\\\\\\\\\*\\\\\\\\C\\\\$')]"],
    ["df[df['ShareName'].str.contains(r'|')]", '\\\\*\\C$', "df[df['ShareName'].str.contains(r'\\\\\\\\\\*\\\\C\\$')]"],
    ["df['Channel'].str.|", 'contains', "df['Channel'].str.contains("],
    ['df.he|', 'head', 'df.head('],
    ['logons = df\nlog|', 'logons', 'logons = df\nlogons'],
  ])('%s offers %s: %s', (text, label, written) => expect(at('pandas', text).written(label)).toBe(written));

  it.each([['# Ev|'], ['df[df["Nowhere"] == |']])('offers nothing in %s', (text) => expect(at('pandas', text).labels).toBeNull());

  it.each(["== '", ".str.contains('", ".str.endswith('"])('what it writes after %s finds exactly the events that it counts', (asks) => {
    for (const field of ['ShareName', 'Image', 'Channel']) {
      const text = `df[df['${field}']${asks}`;
      const found = completions({ language: 'pandas', text, offset: text.length, asked: false }, table);
      expect(found?.options.length).toBeGreaterThan(0);
      const end = asks.includes('(') ? ', na=False)]' : ']';
      for (const { insert, events: count } of found?.options ?? []) {
        expect([insert, runAdHoc({ language: 'pandas', text: text + insert + end }, table).run.rowCount]).toEqual([insert, count]);
      }
    }
  });
});
