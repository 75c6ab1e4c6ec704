export interface KeyGroup {
  readonly where: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
}

/** The keys of the page, as the dialog lists them. */
export const KEYS: readonly KeyGroup[] = [
  {
    where: 'Everywhere',
    keys: [
      ['Ctrl K, ⌘ K', 'Every view and action'],
      ['?', 'This list'],
      ['Esc', 'Close the menu, the dialog or the top of the panel'],
      ['Alt ←', 'Back to what was on screen before'],
      ['Shift F10, Menu', 'On a value: where it leads'],
    ],
  },
  {
    where: 'In a table',
    keys: [
      ['← ↑ → ↓', 'Another cell; with Ctrl the farthest'],
      ['Page Up, Page Down', 'A screen of rows'],
      ['Enter', 'Open the row'],
      ['Shift F10, Menu', 'Where the cell’s value leads'],
      ['s', 'Star the row: an event, a session or a result row goes into the story'],
      ['t', 'Tag the row'],
      ['Ctrl C', 'Copy the cell'],
      ['Alt ←, Alt →', 'On a header: move the column'],
      ['Shift ←, Shift →', 'On a header: make the column narrower or wider'],
    ],
  },
  {
    where: 'In the graph',
    keys: [
      ['← ↑ → ↓', 'Another node of the lane, or of the next one'],
      ['Enter', 'Open what a node is tied to, or collapse it'],
      ['O', 'Show its event, session or host'],
      ['Shift F10, Menu', 'Where the node leads'],
    ],
  },
  {
    where: 'On the timeline’s selection',
    keys: [
      ['← →', 'Move it, or the edge that has the focus'],
      ['Enter', 'Zoom to it'],
      ['Shift F10, Menu', 'Where the bar at the edge leads'],
      ['Esc', 'Clear it'],
    ],
  },
  {
    where: 'In the story',
    keys: [['Alt ↑, Alt ↓', 'Move the entry']],
  },
];
