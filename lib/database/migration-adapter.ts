import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";

/** PostgreSQL's internal one-letter type "char", which fills its catalogue. */
const CHAR = 18;
const TEXT = 25;

/**
 * The driver for the schema engine, with three mends to the adapter it is built on: PostgreSQL's catalogue has
 * "char" columns the adapter refuses; a script is given to PostgreSQL whole (the
 * adapter cuts it at every semicolon, also within a function's body), so that a migration is one transaction; and
 * the shadow database is really another one (an address of the form postgresql://… overrules the adapter's choice).
 */
export class MigrationAdapter extends PrismaPg {
  constructor(private readonly url: string) {
    super(url);
  }

  override async connect() {
    return prepared(await super.connect());
  }

  override async connectToShadowDb() {
    const main = await super.connect();
    const name = `shadow_${randomUUID()}`;
    await main.executeScript(`CREATE DATABASE "${name}"`);
    const shadow = prepared(await new PrismaPg(withDatabase(this.url, name)).connect());
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await main.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  }
}

/** The same server, another database. */
function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

type Fields = { fields?: { dataTypeID: number }[] };
type Connection = {
  underlyingDriver(): { query: unknown };
  executeScript(script: string): Promise<void>;
  queryRaw(query: SqlQuery): Promise<SqlResultSet>;
};

function prepared<Adapter extends Connection>(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver();
  const query = (pool.query as (...args: unknown[]) => Promise<Fields>).bind(pool);
  const queryRaw = adapter.queryRaw.bind(adapter);
  // The engine asks one question at a time, so the answer on its way is the latest one.
  let characters: number[] = [];
  pool.query = async (...args: unknown[]) => {
    const result = await query(...args);
    characters = [];
    result.fields?.forEach((field, column) => {
      if (field.dataTypeID !== CHAR) return;
      field.dataTypeID = TEXT;
      characters.push(column);
    });
    return result;
  };
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked);
    for (const column of characters) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (script) => void (await query(script));
  return adapter;
}
