'use client';

import { useId, useState, type FormEvent } from 'react';
import { isTimeZone, UTC, type TimeZone } from '@/lib/base/time-zone';
import { Button } from '@/components/ui/button';
import { CheckIcon } from '@/components/ui/icons';
import { Popover } from '@/components/ui/popover';

interface TimeZoneFieldProps {
  readonly zone: TimeZone;
  readonly onChange: (zone: TimeZone) => void;
}

/** Chooses the zone that times are shown in: UTC, this browser's, or any other. */
export function TimeZoneField({ zone, onChange }: TimeZoneFieldProps) {
  return (
    <Popover trigger={<span className="tabular max-w-[20ch] truncate">{zone}</span>} label={`Time zone: ${zone}`} align="end" surfaceClassName="w-80 p-3">
      {(close) => (
        <Choices
          zone={zone}
          onChoose={(chosen) => {
            onChange(chosen);
            close();
          }}
        />
      )}
    </Popover>
  );
}

function Choices({ zone, onChoose }: { readonly zone: TimeZone; readonly onChoose: (zone: TimeZone) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const choose = (event: FormEvent) => {
    event.preventDefault();
    const given = text.trim();
    if (isTimeZone(given)) onChoose(given);
    else setIsRefused(true);
  };
  return (
    <div className="flex flex-col gap-2.5 text-sm">
      <p className="text-ink-2">Times that Huntbook tells are shown in this zone. What stands in an event stays as it is written.</p>
      <div className="flex flex-wrap gap-1.5">
        <ZoneButton name="UTC" zone={UTC} chosen={zone} onChoose={onChoose} />
        {browserZone !== UTC && isTimeZone(browserZone) && <ZoneButton name={`This browser’s: ${browserZone}`} zone={browserZone} chosen={zone} onChoose={onChoose} />}
      </div>
      <form onSubmit={choose} className="flex flex-col gap-1">
        <label htmlFor={id} className="label">
          Another zone
        </label>
        <span className="flex gap-1.5">
          <input
            id={id}
            list={`${id}-zones`}
            autoComplete="off"
            spellCheck={false}
            placeholder="Europe/Berlin, +05:30"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setIsRefused(false);
            }}
            aria-invalid={isRefused}
            aria-describedby={`${id}-note`}
            className="h-7 min-w-0 grow rounded border border-edge bg-surface px-2 text-sm text-ink placeholder:text-ink-3"
          />
          <Button type="submit">Use</Button>
        </span>
        <datalist id={`${id}-zones`}>
          {Intl.supportedValuesOf('timeZone').map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <p id={`${id}-note`} role={isRefused ? 'alert' : undefined} className={isRefused ? 'text-xs text-danger' : 'text-xs text-ink-3'}>
          {isRefused ? 'This browser knows no such zone: give a name such as Asia/Tokyo, or an offset such as -03:30.' : 'A name of the IANA time zone database, or an offset from UTC.'}
        </p>
      </form>
    </div>
  );
}

interface ZoneButtonProps {
  readonly name: string;
  readonly zone: TimeZone;
  readonly chosen: TimeZone;
  readonly onChoose: (zone: TimeZone) => void;
}

function ZoneButton({ name, zone, chosen, onChoose }: ZoneButtonProps) {
  return (
    <Button aria-pressed={zone === chosen} onClick={() => onChoose(zone)}>
      {zone === chosen && <CheckIcon className="text-accent" />}
      {name}
    </Button>
  );
}
