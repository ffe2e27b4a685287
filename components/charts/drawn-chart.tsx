"use client";
import { Component, lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import type { DrawingProps } from "@/components/charts/drawing";

const Drawing = lazy(() => import("@/components/charts/drawing"));

/**
 * Draws a chart once the page is at rest, so that its code never delays reading or typing. The frame has reserved its
 * height; before and without it the table says the same. Charts further down follow one by one, printed or not.
 */
export function DrawnChart(props: DrawingProps & { failed: string }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const due = () => setDue(true);
    // Safari knows no idle callback; a task of its own is near enough.
    const idle = typeof requestIdleCallback === "function" ? requestIdleCallback(due, { timeout: 1500 }) : null;
    const timer = idle === null ? setTimeout(due, 50) : null;
    window.addEventListener("beforeprint", due);
    return () => {
      if (idle !== null) cancelIdleCallback(idle);
      if (timer !== null) clearTimeout(timer);
      window.removeEventListener("beforeprint", due);
    };
  }, []);
  if (!isDue) return null;
  return (
    <DrawingFailure says={props.failed}>
      <Suspense fallback={null}>
        <Drawing {...props} />
      </Suspense>
    </DrawingFailure>
  );
}

/** A chart whose code does not arrive must not take the page with it. */
class DrawingFailure extends Component<{ says: string; children: ReactNode }, { hasFailed: boolean }> {
  state = { hasFailed: false };
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  render() {
    return this.state.hasFailed ? <p className="muted">{this.props.says}</p> : this.props.children;
  }
}
