/** Illustrations of the demo's report, drawn by rule: land and water in lines, a light above. No photograph, and nobody's work but ours. */

/** An illustration: its file name, what it shows, and its colours. */
export type Illustration = {
  name: string;
  alt: { da: string; en: string };
  svg: string;
};

const width = 1280;

/** Who made the illustrations, as it stands below them. */
export const illustrationCredit = { da: "Tegnet af en formel", en: "Drawn by a formula" };

/** Ids of the illustrations, by which blocks name them. */
export const pictureIds = {
  hills: "5e1f0c3a-7d24-4b8e-9a61-2f0c4d8b7e11",
  sea: "5e1f0c3a-7d24-4b8e-9a61-2f0c4d8b7e12",
} as const;

/** Hills as lines one behind the other, each hiding what lies behind it; the nearer, the darker and further apart. */
function hills({
  height,
  paper,
  ink,
  lights,
  seed,
  swell,
}: {
  height: number;
  paper: string;
  ink: string;
  /** What stands above them, as SVG. */
  lights: string;
  seed: number;
  swell: number;
}): string {
  const rows = 34;
  const lines = Array.from({ length: rows }, (_, row) => {
    const near = row / (rows - 1);
    const base = 250 + 640 * near ** 1.35;
    const points = Array.from({ length: 129 }, (_, step) => {
      const x = (step / 128) * width;
      return `${x.toFixed(1)},${(base - rise(x / width, near, seed) * swell * (0.35 + near)).toFixed(1)}`;
    });
    const shade = (0.28 + 0.72 * near).toFixed(2);
    return `<polygon points="0,${height} ${points.join(" ")} ${width},${height}" fill="${paper}"/><polyline points="${points.join(" ")}" fill="none" stroke="${ink}" stroke-opacity="${shade}" stroke-width="${(0.9 + near * 1.5).toFixed(2)}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${paper}"/>${lights}${lines.join("")}</svg>`;
}

/** A slow swell and two quicker ones, each drifting from row to row. */
function rise(x: number, near: number, seed: number): number {
  const turn = 2 * Math.PI;
  return (
    Math.sin(turn * (x * 1.1 + seed * 0.31 + near * 0.35)) +
    0.55 * Math.sin(turn * (x * 2.3 - seed * 0.17 + near * 0.8)) +
    0.2 * Math.sin(turn * (x * 5.1 + near * 1.7 + seed))
  );
}

const stars = [
  [846, 168, 7],
  [930, 96, 9],
  [1052, 140, 6],
].map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="#2b5c8a"/>`);

/** The illustrations of the demo, by what they show. */
export const illustrations: Record<keyof typeof pictureIds, Illustration> = {
  hills: {
    name: "bakker.svg",
    alt: {
      da: "Tegning: bløde bakker i grønne linjer, den ene bag den anden, under en lav sol.",
      en: "Drawing: soft hills in green lines, one behind the other, under a low sun.",
    },
    svg: hills({
      height: 800,
      paper: "#f4f2ec",
      ink: "#2f7148",
      lights: `<circle cx="857" cy="150" r="46" fill="#d9c9a0"/>`,
      seed: 1,
      swell: 46,
    }),
  },
  sea: {
    name: "hav.svg",
    alt: {
      da: "Tegning: et stille hav i blå linjer under tre stjerner.",
      en: "Drawing: a calm sea in blue lines under three stars.",
    },
    svg: hills({ height: 560, paper: "#f4f2ec", ink: "#2b5c8a", lights: stars.join(""), seed: 4, swell: 15 }),
  },
};
