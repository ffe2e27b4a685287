const ring = `<circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5"/>`;
const onFilled = `fill="none" stroke="var(--surface)" stroke-width="1.7"`;
const line = `fill="none" stroke="currentColor" stroke-width="1.4"`;

/**
 * Every sign of the product: the size of its box and its shape, drawn in the colour of the text around it. Target
 * states each have one sign, the same everywhere; `up` and `down` mean that a number changed, and nothing else.
 */
export const signs = {
  alreadyMet: {
    size: 14,
    shape: `<circle cx="7" cy="7" r="6.5" fill="currentColor"/><path d="M3.9 7.2 6.2 9.5 10.3 4.9" ${onFilled}/>`,
  },
  met: {
    size: 14,
    shape: `<path d="M.75.75h12.5v12.5H.75z" fill="currentColor"/><path d="M3.9 7.2 6.2 9.5 10.3 4.9" ${onFilled}/>`,
  },
  missed: {
    size: 14,
    shape: `<path d="M.75.75h12.5v12.5H.75z" fill="currentColor"/><path d="m4.3 4.3 5.4 5.4m0-5.4-5.4 5.4" ${onFilled}/>`,
  },
  onTrack: { size: 14, shape: `${ring}<path d="M4.3 7.1 6.3 9.1 9.8 5.2" ${line}/>` },
  behind: { size: 14, shape: `${ring}<path d="M7 1.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor"/>` },
  baseline: {
    size: 14,
    shape: `<path d="M7 1.5v11M2.5 12.25h9" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
  },
  noData: {
    size: 14,
    shape: `<circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 2.5"/>`,
  },
  noTarget: { size: 14, shape: `<path d="M3.5 7h7" stroke="currentColor" stroke-width="1.5"/>` },

  up: { size: 10, shape: `<path d="M5 1.2 9.4 8.8H.6z" fill="currentColor"/>` },
  down: { size: 10, shape: `<path d="M5 8.8.6 1.2h8.8z" fill="currentColor"/>` },
  same: { size: 10, shape: `<path d="M1 3.5h8M1 6.5h8" stroke="currentColor" stroke-width="1.3"/>` },

  check: { size: 14, shape: `<path d="m2 7.4 3.3 3.4L12 3.6" fill="none" stroke="currentColor" stroke-width="1.7"/>` },
  question: {
    size: 14,
    shape: `<circle cx="7" cy="7" r="6.25" ${line}/><path d="M5.1 5.4c.1-2.3 3.8-2.2 3.8 0 0 1.4-1.9 1.4-1.9 3" ${line}/><circle cx="7" cy="10.3" r=".9" fill="currentColor"/>`,
  },
  stop: {
    size: 14,
    shape: `<path d="M4.2.7h5.6l3.5 3.5v5.6l-3.5 3.5H4.2L.7 9.8V4.2z" fill="currentColor"/><path d="M7 3.6v4.2M7 9.4v1.5" stroke="var(--surface)" stroke-width="1.6"/>`,
  },
  conflict: {
    size: 14,
    shape: `<path d="M7 13V8M7 8C7 5 3 5.5 3 1.5M7 8c0-3 4-2.5 4-6.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M.8 4 3 .8 5.2 4zM8.8 4 11 .8 13.2 4z" fill="currentColor"/>`,
  },
  clock: { size: 14, shape: `<circle cx="7" cy="7" r="5.75" ${line}/><path d="M7 3.6V7l2.4 1.6" ${line}/>` },
  pencil: {
    size: 14,
    shape: `<path d="M2 12l.8-3L9.6 2.2l2.2 2.2L5 11.2z" fill="none" stroke="currentColor" stroke-width="1.3"/>`,
  },
  sum: { size: 14, shape: `<path d="M2.5 2h8M2.5 2l4 5-4 5h8" ${line}/>` },
  lock: {
    size: 14,
    shape: `<path d="M2.5 6.5h9v6h-9zM4.5 6.5v-2a2.5 2.5 0 0 1 5 0v2" fill="none" stroke="currentColor" stroke-width="1.3"/>`,
  },
  ring: { size: 14, shape: `<circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" stroke-width="1.3"/>` },
  saving: {
    size: 14,
    shape: `<circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="22 20"/>`,
  },
  clip: {
    size: 14,
    shape: `<path d="m9.6 4.2-4.5 4.5a1.3 1.3 0 0 0 1.8 1.8l5-5a2.6 2.6 0 0 0-3.7-3.7l-5 5a3.9 3.9 0 0 0 5.5 5.5l3.6-3.6" fill="none" stroke="currentColor" stroke-width="1.2"/>`,
  },
  talk: { size: 14, shape: `<path d="M1.5 2h11v7.5h-6L3.5 12V9.5h-2z" ${line}/>` },
  close: { size: 14, shape: `<path d="m3 3 8 8m0-8-8 8" ${line}/>` },
  chevron: { size: 12, shape: `<path d="m3 4.5 3 3 3-3" ${line}/>` },
  star: {
    size: 18,
    shape: `<path d="M9 0c.7 5.4 3 7.9 9 9-6 1.1-8.3 3.6-9 9-.7-5.4-3-7.9-9-9 6-1.1 8.3-3.6 9-9z" fill="currentColor"/>`,
  },
} as const satisfies Record<string, { size: number; shape: string }>;

/** Name of a sign. */
export type SignName = keyof typeof signs;
