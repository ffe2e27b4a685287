import { descriptionOf } from "@/lib/chart/description/model";
import { drawingOf, type Width } from "@/lib/chart/drawing/drawn/model";
import type { Drawing, Shape } from "@/lib/chart/drawing/model";
import type { ChartSpec } from "@/lib/chart/model";
import "@/components/report/drawing.css";

/**
 * A chart drawn on the server: part of the page from the first byte, so that print and frozen editions wait for
 * nothing. Where it has all of the width it is drawn twice, and the page shows the one that fits: type never shrinks.
 */
export function ChartDrawing({ spec, isWhole }: { spec: ChartSpec; isWhole: boolean }) {
  const drawn: Width[] = isWhole ? ["whole", "half"] : ["half"];
  return (
    <div className="drawn">
      {drawn.map((width) => (
        <DrawingView
          key={width}
          drawing={drawingOf(spec, width)}
          label={descriptionOf(spec)}
          className={isWhole ? width : "only"}
        />
      ))}
    </div>
  );
}

type ViewProps = { drawing: Drawing; label: string; className: string };

function DrawingView({ drawing: { width, height, shapes }, label, className }: ViewProps) {
  // The label stands on the drawing itself: from there Chromium takes it into a tagged PDF.
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      textAnchor="middle"
    >
      {shapes.map((shape, index) => (
        <ShapeView key={index} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeView({ shape }: { shape: Shape }) {
  const className = shape.look.replaceAll(" ", "-");
  switch (shape.kind) {
    case "rect":
      return (
        <rect className={className} x={shape.x} y={shape.y} width={shape.width} height={Math.max(0, shape.height)} />
      );
    case "circle":
      return <circle className={className} cx={shape.x} cy={shape.y} r={shape.r} />;
    case "path":
      return <path className={shape.isDashed ? `${className} dashed` : className} d={shape.d} />;
    case "text":
      return (
        <text
          className={className}
          x={shape.x}
          y={shape.y}
          textAnchor={shape.anchor === "middle" ? undefined : shape.anchor}
        >
          {shape.text}
          {shape.isEstimated ? (
            <tspan className="raised" dy="-5">
              e
            </tspan>
          ) : null}
        </text>
      );
  }
}
