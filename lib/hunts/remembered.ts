/** What was made for a key, as long as it is asked for in each round: then memory goes with one round, however many there are. */
export class Remembered<Value> {
  private before: ReadonlyMap<string, Value> = new Map();
  private asked = new Map<string, Value>();

  nextRound(): void {
    this.before = this.asked;
    this.asked = new Map();
  }

  get(key: string, make: () => Value): Value {
    const known = this.asked.get(key) ?? this.before.get(key) ?? make();
    this.asked.set(key, known);
    return known;
  }
}
