import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { WATERMARK } from "../../server/contract/demo.ts";
import { useAddress } from "../address/navigation.ts";
import { isDemo } from "../core/demo.ts";
import { usePrinting } from "../core/printing.ts";
import { useTheme } from "../core/theme.ts";

/** Returns a chart's drawing as SVG; picture.ts makes a file of it. */
export type ChartPicture = () => string;

interface ChartProps {
  /** The library's options; colours by `var(--…)` are resolved for the present theme. */
  option: EChartsCoreOption;
  /** Its name for screen readers; a table or list beside it must have the same numbers. */
  label: string;
  /** Height in CSS pixels; the width is that of its place. */
  height: number;
  /** Its greatest width on paper, in CSS pixels. */
  paperWidth?: number;
  /** Called once the chart is drawn, for buttons that save it. */
  onPicture?: (picture: ChartPicture) => void;
  /** What is saved in place of what is shown. */
  saved?: Pick<ChartProps, "option" | "height"> | undefined;
  /** A click on an element: its series and its index in it. */
  onPick?: (picked: { seriesId?: string; dataIndex: number; name: string }) => void;
}

/** Between the margins of an A4 sheet, in CSS pixels. */
const SHEET_WIDTH = 690;

/** A chart as SVG, drawn by a library that comes with the first of them. It follows theme, size and print. */
export function Chart({ option, label, height, paperWidth = SHEET_WIDTH, onPicture, saved, onPick }: ChartProps) {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const drawApart = useRef<((drawing: { option: EChartsCoreOption; width: number; height: number }) => string) | null>(null);
  const theme = useTheme(useAddress().theme);

  useEffect(() => {
    let chart: EChartsType | undefined;
    let left = false;
    const resizeObserver = new ResizeObserver(() => chart?.resize());
    import("./echarts.ts").then(({ init }) => {
      if (left || !container.current) return;
      chart = init(container.current, null, { renderer: "svg" });
      resizeObserver.observe(container.current);
      setChart(chart);
      drawApart.current = ({ option, width, height }) => {
        const other = init(null, null, { renderer: "svg", ssr: true, width, height });
        other.setOption(option);
        const svg = other.renderToSVGString();
        other.dispose();
        return svg;
      };
    });
    return () => {
      left = true;
      resizeObserver.disconnect();
      chart?.dispose();
    };
  }, []);

  // The theme changes the values behind the names of colours.
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme is read through the document's styles
  useEffect(() => {
    const element = container.current;
    if (!chart || !element) return;
    const styles = getComputedStyle(element);
    const resolved = (given: EChartsCoreOption) => {
      const plain = {
        animation: false,
        // The library writes it between double quotes without escaping.
        textStyle: { fontFamily: styles.fontFamily.replaceAll('"', "'"), color: "var(--ink-2)" },
        ...given,
        ...(isDemo && { graphic: withWatermark(given.graphic) }),
      };
      return resolveStyles(plain, styles) as EChartsCoreOption;
    };
    chart.setOption(resolved(option), { notMerge: true });
    onPicture?.(() => {
      if (!saved || !drawApart.current) return chart.renderToSVGString();
      return drawApart.current({ option: resolved(saved.option), width: chart.getWidth(), height: saved.height });
    });
  }, [chart, option, saved, theme, onPicture]);

  // No observer reports the width of paper.
  const printing = usePrinting();
  useEffect(() => {
    const element = container.current;
    if (!chart || !printing || !element) return;
    chart.resize({ width: Math.min(element.clientWidth, paperWidth) });
    // It would be drawn in the next frame, which comes after paper.
    chart.getZr().flush();
    return () => chart.resize({ width: "auto" });
  }, [chart, printing, paperWidth]);

  useEffect(() => {
    if (!chart || !onPick) return;
    const pick = (event: unknown) => onPick(event as Parameters<typeof onPick>[0]);
    chart.on("click", pick);
    return () => void (chart.isDisposed() || chart.off("click", pick));
  }, [chart, onPick]);

  return (
    <div ref={container} role="img" aria-label={label} aria-busy={chart ? undefined : true} style={{ height, width: "100%" }}>
      {!chart && <span className="visually-hidden">{t("loading")}</span>}
    </div>
  );
}

// Part of the drawing, so that saved pictures have it too.
const withWatermark = (graphics: unknown) => [
  ...(graphics === undefined ? [] : [graphics].flat()),
  {
    ...{ type: "text", left: "center", top: "middle", rotation: 0.35, silent: true, z: 100 },
    style: { text: WATERMARK, fontSize: 40, fontWeight: 800, fill: "rgb(176 0 32 / 18%)" },
  },
];

// Every "var(--name)" as the value that it has here; functions and numbers stay.
function resolveStyles(value: unknown, styles: CSSStyleDeclaration): unknown {
  if (typeof value === "string")
    return value.replace(/var\((--[\w-]+)\)/g, (_whole, name: string) => styles.getPropertyValue(name).trim());
  if (Array.isArray(value)) return value.map((each) => resolveStyles(each, styles));
  if (value && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolveStyles(each, styles)]));
  return value;
}
