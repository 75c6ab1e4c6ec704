import { Fragment } from 'react';
import { cutAtMarks, type TextMark } from './text-marks';

/** A text with the places of another one marked. */
export function Marked({ text, mark }: { readonly text: string; readonly mark: TextMark | null }) {
  if (mark === null) return text;
  return cutAtMarks(text, mark).map((piece, i) => (i % 2 === 1 ? <mark key={i}>{piece}</mark> : <Fragment key={i}>{piece}</Fragment>));
}
