import { describe, expect, it } from 'vitest';
import { gitLfsLink, rawLink } from './raw-link';

const RAW = 'https://raw.githubusercontent.com/OTRF/Security-Datasets';

describe('rawLink', () => {
  it.each([
    ['https://github.com/OTRF/Security-Datasets/blob/master/datasets/a.zip', `${RAW}/master/datasets/a.zip`],
    ['https://github.com/OTRF/Security-Datasets/raw/master/datasets/a.zip', `${RAW}/master/datasets/a.zip`],
    ['http://www.github.com/OTRF/Security-Datasets/blob/master/a.zip', `${RAW}/master/a.zip`],
    ['https://github.com/OTRF/Security-Datasets/blob/master/a.zip?raw=true', `${RAW}/master/a.zip`],
    ['https://github.com/OTRF/Security-Datasets/blob/master/a.json#L10-L20', `${RAW}/master/a.json`],
    ['https://github.com/OTRF/Security-Datasets/raw/refs/heads/master/a.zip', `${RAW}/refs/heads/master/a.zip`],
    ['https://github.com/OTRF/Security-Datasets/blob/0a1b2c3/blob/raw/a%20b%23.zip', `${RAW}/0a1b2c3/blob/raw/a%20b%23.zip`],
  ])('%s', (page, raw) => {
    expect(rawLink(new URL(page)).href).toBe(raw);
  });

  it.each([
    `${RAW}/master/datasets/a.zip?token=x`,
    'https://github.com/OTRF/Security-Datasets',
    'https://github.com/OTRF/Security-Datasets/blob/master',
    'https://github.com/OTRF/Security-Datasets/tree/master/datasets',
    'https://github.com/OTRF/Security-Datasets/releases/download/v1/a.zip',
    'https://github.com.example.org/OTRF/Security-Datasets/blob/master/a.zip',
    'https://example.org/OTRF/Security-Datasets/blob/master/a.zip',
    'https://github.com:8443/OTRF/Security-Datasets/blob/master/a.zip',
  ])('leaves %s as it is', (link) => {
    expect(rawLink(new URL(link)).href).toBe(link);
  });
});

it('gitLfsLink knows where GitHub keeps the content', () => {
  expect(gitLfsLink(new URL(`${RAW}/master/a.zip`))?.href).toBe('https://media.githubusercontent.com/media/OTRF/Security-Datasets/master/a.zip');
  expect(gitLfsLink(new URL('https://example.org/a.zip'))).toBeNull();
});
