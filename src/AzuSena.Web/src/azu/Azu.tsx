export type Mood = 'idle' | 'listening' | 'thinking' | 'talking';

const petals = [0, 60, 120, 180, 240, 300];

/** Azu, an azucena: her petals open to listen, turn while she thinks, and her mouth moves while she answers. Decoration; the words tell the state. */
export function Azu({ mood, level = 0, size }: { mood: Mood; level?: number; size: 'small' | 'big' }) {
  return (
    <svg class={`azu azu-${mood} azu-${size}`} viewBox="0 0 100 100" aria-hidden="true" style={{ '--level': level.toFixed(2) }}>
      <circle class="azu-halo" cx="50" cy="50" r="44" />
      <g class="azu-petals">
        {petals.map((angle) => (
          <path key={angle} class="azu-petal" transform={`rotate(${angle} 50 50)`} d="M50 50C35 36 37 14 50 4c13 10 15 32 0 46z" />
        ))}
      </g>
      <circle class="azu-face" cx="50" cy="50" r="22" />
      <g class="azu-eyes">
        <circle cx="42.5" cy="47" r="2.8" />
        <circle cx="57.5" cy="47" r="2.8" />
      </g>
      <path class="azu-smile" d="M43 56q7 6.5 14 0" />
      <ellipse class="azu-mouth" cx="50" cy="58" rx="4.5" ry="3.4" />
    </svg>
  );
}
