import { PrismaPg } from "@prisma/adapter-pg";

/** PostgreSQL's internal one-letter type "char", which fills its catalogue. */
const CHAR = 18;
const TEXT = 25;

/**
 * The driver for the schema engine. The engine reads PostgreSQL's catalogue, whose "char" columns the adapter does
 * not know (it refuses them, prisma/orm#28145 is the same for "name"); they are text to it. And the adapter cuts a
 * script at every semicolon, also within a function's body; PostgreSQL takes the script whole.
 */
export class MigrationAdapter extends PrismaPg {
  override async connect() {
    return prepared(await super.connect());
  }
  override async connectToShadowDb() {
    return prepared(await super.connectToShadowDb());
  }
}

type Connection = { underlyingDriver(): { query: unknown }; executeScript(script: string): Promise<void> };

function prepared<Adapter extends Connection>(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver();
  const query = (pool.query as (...args: unknown[]) => Promise<{ fields?: { dataTypeID: number }[] }>).bind(pool);
  pool.query = async (...args: unknown[]) => {
    const result = await query(...args);
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    return result;
  };
  adapter.executeScript = async (script) => void (await query(script));
  return adapter;
}
