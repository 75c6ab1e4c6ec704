import { classNames } from './class-names';

/* Sixteen-pixel line icons. They say nothing on their own: the control around them carries the name. */

function icon(path: React.ReactNode) {
  return function Icon({ className }: { readonly className?: string }) {
    return (
      <svg
        className={classNames('shrink-0', className)}
        width="1rem"
        height="1rem"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {path}
      </svg>
    );
  };
}

export const ChevronDownIcon = icon(<path d="m4 6 4 4 4-4" />);
export const ChevronRightIcon = icon(<path d="m6 4 4 4-4 4" />);
export const CloseIcon = icon(<path d="m4 4 8 8m0-8-8 8" />);
export const CheckIcon = icon(<path d="m3 8.5 3.5 3.5L13 4.5" />);
export const CopyIcon = icon(
  <>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />
  </>,
);
export const FilterIcon = icon(<path d="M2.5 4h11m-9 4h7m-5 4h3" />);
export const ColumnsIcon = icon(<path d="M2.5 3h11v10h-11zM6.2 3v10m3.6-10v10" />);
export const MoreIcon = icon(<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" />);
export const SortUpIcon = icon(<path d="m4.5 9.5 3.5-4 3.5 4" />);
export const SortDownIcon = icon(<path d="m4.5 6.5 3.5 4 3.5-4" />);
export const ShareIcon = icon(<path d="M8 9.5v-7m0 0L5.5 5M8 2.5 10.5 5M3 8.5V12a1.5 1.5 0 0 0 1.5 1.5h7A1.5 1.5 0 0 0 13 12V8.5" />);
export const SunIcon = icon(
  <>
    <circle cx="8" cy="8" r="2.75" />
    <path d="M8 1.5V3m0 10v1.5M1.5 8H3m10 0h1.5M3.4 3.4l1 1m7.2 7.2 1 1m0-9.2-1 1m-7.2 7.2-1 1" />
  </>,
);
export const MoonIcon = icon(<path d="M13.2 9.6A5.5 5.5 0 0 1 6.4 2.8a5.5 5.5 0 1 0 6.8 6.8Z" />);
export const SystemIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 2.5v11a5.5 5.5 0 0 0 0-11Z" fill="currentColor" />
  </>,
);
export const WarningIcon = icon(<path d="M8 6v3m0 2.25h.01M7.1 2.9 1.9 12a1 1 0 0 0 .9 1.5h10.4a1 1 0 0 0 .9-1.5L8.9 2.9a1 1 0 0 0-1.8 0Z" />);
export const InfoIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.75" />
    <path d="M8 7.25V11m0-6h.01" />
  </>,
);
export const CommandIcon = icon(<path d="M2.5 4.5 6 8l-3.5 3.5M8 12h5.5" />);
export const StarIcon = icon(<path d="m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z" />);
export const StarredIcon = icon(<path d="m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z" fill="currentColor" />);
export const UpIcon = icon(<path d="M8 13V3m0 0L4 7m4-4 4 4" />);
export const DownIcon = icon(<path d="M8 3v10m0 0 4-4m-4 4L4 9" />);
export const OpenIcon = icon(<path d="M2.5 12.5v-9h4l1.5 2h5.5v7z" />);
