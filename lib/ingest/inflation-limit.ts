import { DEFAULT_MAX_BYTES } from '@/lib/base/inflated-bytes';
import { tooLarge } from './failures';

/**
 * How much an archive may inflate to. No ratio is too high: 60:1 is normal for events. An archive that states more than the limit
 * is refused before anything is inflated; one that lies, as soon as it passes the limit.
 */
export class InflationLimit {
  private stated = 0;
  private read = 0;

  constructor(
    private readonly name: string,
    readonly maxBytes = DEFAULT_MAX_BYTES,
  ) {}

  /** Takes what one more container states. @throws UserError 'too-large' */
  state(bytes: number): void {
    this.stated += bytes;
    if (this.stated > this.maxBytes) throw tooLarge(this.name, this.stated, this.maxBytes);
  }

  /** Takes one more inflated piece. @throws UserError 'too-large' */
  inflate(bytes: number): void {
    this.read += bytes;
    if (this.read > this.maxBytes) throw tooLarge(this.name, null, this.maxBytes);
  }
}
