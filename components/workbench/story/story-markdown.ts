import type { TimeZone } from '@/lib/base/time-zone';
import { markdownText } from '@/lib/base/markdown-text';
import { momentText } from '@/components/workbench/drill-down/time-text';
import { zoneName } from '@/components/workbench/time-range-text';
import type { StoryItem } from './story';
import type { StoryFile } from './story-file';
import { storyView } from './story-view';

/** A story for a report. Notes are the writer's own Markdown; what came from the dataset is escaped. */
export function storyMarkdown({ dataset, story }: StoryFile, zone: TimeZone): string {
  const sha256 = dataset.sha256 === null ? '' : `, SHA-256 ${dataset.sha256}`;
  const head = [`# Story of ${markdownText(dataset.name)}`, `Dataset: ${markdownText(dataset.name)}${sha256}`, `Times are in ${zoneName(zone)}.`];
  return `${[...head, ...story.map((item) => entry(item, zone))].join('\n\n')}\n`;
}

function entry({ address, label, millis, note, tags }: StoryItem, zone: TimeZone): string {
  const title = address === null ? null : `## ${storyView(address).kind}: ${markdownText(label === '' ? address : label)}`;
  const time = millis === null ? null : momentText({ time: null, millis }, zone);
  const tagged = tags.length === 0 ? null : `Tags: ${tags.map(markdownText).join(', ')}`;
  return [title, time, note === '' ? null : note, tagged].filter((part) => part !== null).join('\n\n');
}
