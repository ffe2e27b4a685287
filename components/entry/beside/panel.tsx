"use client";
import { useEffect, useState } from "react";
import { Link } from "@/components/ui/link";
import { SaidFields } from "./said-fields";
import { Stand } from "./stand";
import type { BesideProps, Loaded } from "./view";

/** Moving through the grid passes many cells: only one that is stayed at is asked about. */
const SETTLE_MS = 150;

type State = "loading" | "failed" | "signedOut" | Loaded;

/**
 * What stands beside the value of the cell in hand: what it means and says, evidence, discussions, history. `loaded`:
 * the page of the cell brings it along, and needs no link to itself.
 */
export function Beside({ loaded, ...props }: BesideProps & { loaded?: Loaded }) {
  const { org, orgUnit, year, kpi, cell, words, locale, onStored } = props;
  const [state, setState] = useState<State>(loaded ?? "loading");
  const [attempt, setAttempt] = useState(0);
  const address = `/${org}/entry/${year}/${orgUnit.code}/${kpi.code}`;
  const version = cell?.version ?? 0;
  const isKnown = typeof state === "object" && (state.view.stored?.version ?? 0) >= version;
  useEffect(() => {
    if (isKnown) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      void load(`${address}/beside`, asking.signal).then((answer) => !asking.signal.aborted && setState(answer));
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
    // What was saved in the grid meanwhile is a new revision here.
  }, [address, version, attempt, isKnown]);
  return (
    <>
      <p className="muted">{kpi.definition}</p>
      <SaidFields {...props} />
      {typeof state === "object" ? (
        <>
          {loaded ? null : (
            <p className="beside-own">
              <Link href={address}>{state.words.ownPage}</Link>
            </p>
          )}
          <Stand
            view={state.view}
            said={{ words: state.words, locale, unitOfMeasure: kpi.unitOfMeasure }}
            onStored={onStored}
          />
        </>
      ) : state === "loading" ? (
        <p className="muted" role="status">
          {words.beside.loading}
        </p>
      ) : (
        <div role="alert">
          <p>{state === "signedOut" ? words.live.signedOut : words.beside.failed}</p>
          <button type="button" className="btn" onClick={() => setAttempt(attempt + 1)}>
            {words.beside.again}
          </button>
        </div>
      )}
    </>
  );
}

async function load(address: string, signal: AbortSignal): Promise<State> {
  try {
    const response = await fetch(address, { signal, headers: { accept: "application/json" } });
    if (response.status === 401) return "signedOut";
    return response.ok ? ((await response.json()) as Loaded) : "failed";
  } catch {
    return "failed";
  }
}
