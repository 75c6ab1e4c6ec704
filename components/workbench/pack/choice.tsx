interface ChoiceProps {
  readonly kind: 'radio' | 'checkbox';
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

export function Choice({ kind, label, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className="flex items-center gap-2 pointer-coarse:min-h-10">
      <input type={kind} name={kind} checked={isChosen} onChange={onChoose} className="accent-(--accent)" />
      {label}
    </label>
  );
}
