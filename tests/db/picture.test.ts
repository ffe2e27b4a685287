import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeReady, readPicture } from "@/lib/picture/file/queries";
import { addPicture, describePicture } from "@/lib/picture/mutations";
import { getPictures, getPictureSize, listPictures } from "@/lib/picture/queries";
import { setCover } from "@/lib/setup/organisation/mutations";
import { freshDatabase, type TestDatabase } from "./harness";

let db: TestDatabase;
let organisationId: string;
let otherId: string;
const actorId = "5d1d2c39-6a3c-4f3e-9d24-0d3a2c7f4a10";
const words = { altDa: "Et felt", altEn: "A field", creditDa: "", creditEn: "" };

beforeAll(async () => {
  db = await freshDatabase();
  const made = await Promise.all(
    ["own", "other"].map((slug) => db.database.organisation.create({ data: { slug, name: slug } })),
  );
  [organisationId, otherId] = [made[0]!.id, made[1]!.id];
});
afterAll(() => db.close());

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#2b5c8a" } });
const file = (bytes: Uint8Array, name = "field.jpg") => new File([new Uint8Array(bytes)], name);
const codeOf = (promise: Promise<unknown>) =>
  promise.then(() => "taken").catch((error: { code?: string }) => error.code);

test("a picture is turned upright, loses what the camera wrote, and is kept in widths no wider than itself", async () => {
  const sideways = await drawn(900, 1500)
    .withExif({ IFD0: { Copyright: "somebody" }, IFD3: { GPSLatitude: "55/1 40/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(sideways).metadata()).exif?.includes("somebody")).toBe(true);
  const { sizes, sha256 } = await readPicture(file(sideways));
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [640, 384],
    [1280, 768],
    [1500, 900],
  ]);
  expect(sha256).toBe(createHash("sha256").update(sideways).digest("hex"));
  for (const { bytes } of sizes) {
    const { exif, icc, orientation, format } = await sharp(bytes).metadata();
    expect({ exif, icc, orientation, format }).toMatchObject({ exif: undefined, format: "jpeg" });
    expect(orientation ?? 1).toBe(1);
    expect(icc).toBeUndefined();
  }
});

test("what is no picture, too large, too narrow or broken is refused by a code, whatever it is called", async () => {
  const good = await drawn(800, 600).png().toBuffer();
  expect(await codeOf(readPicture(file(good, "photo.png")))).toBe("taken");
  expect(await codeOf(readPicture(file(new Uint8Array(0))))).toBe("picture.missing");
  expect(await codeOf(readPicture(file(new TextEncoder().encode("<svg onload='x'/>"), "a.png")))).toBe(
    "picture.wrongKind",
  );
  expect(await codeOf(readPicture(file(await drawn(800, 600).gif().toBuffer(), "a.jpg")))).toBe("picture.wrongKind");
  expect(await codeOf(readPicture(file(await drawn(320, 600).png().toBuffer())))).toBe("picture.tooNarrow");
  expect(await codeOf(readPicture(file(new Uint8Array(10_000_001))))).toBe("picture.tooBig");
  expect(await codeOf(readPicture(file(good.subarray(0, good.length / 2))))).toBe("picture.broken");
  // A bomb: a few kilobytes that would unpack to 64 million pixels.
  expect(await codeOf(makeReady("bomb.png", await drawn(8000, 8000).png().toBuffer()))).toBe("picture.tooManyPixels");
});

test("a picture is kept with its words, found by its own organisation only, and raises the version of its data", async () => {
  const writer = { organisationId, actorId };
  const before = await db.database.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const id = await addPicture(writer, await makeReady("field.png", await drawn(1400, 700).png().toBuffer()), words);
  const after = await db.database.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  expect(after.dataVersion > before.dataVersion).toBe(true);
  const [own, other] = [
    { id: organisationId, slug: "own" },
    { id: otherId, slug: "other" },
  ];
  expect(await getPictures(own, [id], "en")).toMatchObject({
    [id]: {
      alt: "A field",
      base: `/own/reports/pictures/${id}`,
      sizes: [{ width: 640 }, { width: 1280 }, { width: 1400 }],
    },
  });
  expect(await getPictures(other, [id], "en")).toEqual({});
  const size = await getPictureSize("own", id, 640);
  expect(createHash("sha256").update(size!.bytes).digest("hex")).toBe(size!.sha256);
  for (const [slug, of, width] of [
    ["other", id, 640],
    ["own", id, 641],
    ["own", "1 OR 1=1", 640],
  ] as const)
    expect(await getPictureSize(slug, of, width)).toBeNull();

  await describePicture(writer, { id, seen: 1 }, { ...words, altEn: "A blue field" });
  expect(await codeOf(describePicture(writer, { id, seen: 1 }, words))).toBe("picture.changedMeanwhile");
  expect(await codeOf(describePicture({ ...writer, organisationId: otherId }, { id, seen: 2 }, words))).toBe(
    "access.notFound",
  );
  expect(await listPictures(own, "en")).toMatchObject([{ id, altEn: "A blue field", version: 2 }]);
  const acts = await db.database.auditEntry.findMany({ where: { organisationId }, orderBy: { sequence: "asc" } });
  expect(acts.map(({ action }) => action)).toEqual(["picture.add", "picture.describe"]);
});

test("the database takes no picture away, changes no size, and keeps no bytes under another digest", async () => {
  const [{ id } = { id: "" }] = await db.database.picture.findMany({ where: { organisationId } });
  await expect(db.database.picture.delete({ where: { id } })).rejects.toThrow();
  await expect(db.database.pictureSize.deleteMany({ where: { pictureId: id } })).rejects.toThrow();
  await expect(db.database.pictureSize.updateMany({ where: { pictureId: id }, data: { width: 1 } })).rejects.toThrow();
  await expect(
    db.database.pictureSize.create({
      data: {
        ...{ organisationId, pictureId: id, width: 1, height: 1, size: 1 },
        sha256: "0".repeat(64),
        bytes: new Uint8Array([1]),
      },
    }),
  ).rejects.toThrow(/PictureSize_bytes_as_said/);
});

test("a cover shows a picture of the own organisation's, and none of another's", async () => {
  const [{ id } = { id: "" }] = await db.database.picture.findMany({ where: { organisationId } });
  const setter = { organisationId, actorId };
  await setCover(setter, id);
  expect(await codeOf(setCover({ ...setter, organisationId: otherId }, id))).toBe("access.notFound");
  const covers = await db.database.organisation.findMany({ orderBy: { slug: "asc" }, select: { coverId: true } });
  expect(covers).toEqual([{ coverId: null }, { coverId: id }]);
  await setCover(setter, null);
  expect(await db.database.organisation.count({ where: { coverId: id } })).toBe(0);
});
