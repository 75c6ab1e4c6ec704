interface TechniqueListProps {
  readonly techniques: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** ATT&CK techniques, each with its name. */
export function TechniqueList({ techniques, names }: TechniqueListProps) {
  if (techniques.length === 0) return <span className="text-ink-3">no technique named</span>;
  return (
    <ul>
      {techniques.map((id) => (
        <li key={id} className="flex gap-1.5">
          <span className="w-[9ch] shrink-0 font-mono text-xs leading-5 text-ink-3">{id}</span>
          <span className="min-w-0">{names.get(id) ?? 'no name known'}</span>
        </li>
      ))}
    </ul>
  );
}
