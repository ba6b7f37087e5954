import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { reducedMotionQuery } from "../core/media.ts";
import { Button, IconButton } from "../ui/button.tsx";
import styles from "./year-slider.module.css";
import { everyYear, nearestYear, nextYear, setPlaying, usePlaying } from "./years.ts";

interface YearSliderProps {
  /** How many districts or sites have a figure in each year. */
  countByYear: ReadonlyMap<number, number>;
  /** The shown year; null where each site has its latest. */
  year: number | null;
  /** The shown period, or the same part of another year, in words. */
  periodText: (year: number) => string;
  /** Whether the reader has chosen the period. */
  isPeriodChosen: boolean;
  /** The label for no chosen period, and its explanation. */
  noPeriodOption: { name: string; title: string };
  /** Null clears the period. */
  onYear: (year: number | null) => void;
}

/** How long a year is shown, in milliseconds: long enough to compare it with the one before. */
const YEAR_DURATION_MS = 1400;

/** The years from first to last, to scale; those without a figure are grey and skipped. */
export function YearSlider({ countByYear, year, periodText, isPeriodChosen, noPeriodOption, onYear }: YearSliderProps) {
  const { t } = useTranslation();
  const isPlaying = usePlaying();
  const years = [...countByYear.keys()].sort((tickYear, other) => tickYear - other);
  const [first = 0, last = 0] = [years.at(0), years.at(-1)];
  const shownYear = year ?? last;
  const next = nextYear(years, shownYear);

  useEffect(() => {
    if (!isPlaying) return;
    if (next === null) return setPlaying(false);
    const timer = setTimeout(() => onYear(next), YEAR_DURATION_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, next, onYear]);
  useEffect(() => () => setPlaying(false), []);

  const togglePlaying = () => {
    // With reduced motion each press advances by one year.
    if (reducedMotionQuery.matches()) return onYear(next ?? first);
    if (!isPlaying && next === null) onYear(first);
    setPlaying(!isPlaying);
  };
  const playLabel = reducedMotionQuery.matches() ? t("figures.next") : t(isPlaying ? "figures.pause" : "figures.play");
  const allYears = everyYear(years);
  const periodLabel = year === null ? noPeriodOption.name : periodText(year);
  const positionOf = (tickYear: number) => (allYears.length > 1 ? (tickYear - first) / (last - first) : 0);
  return (
    <section className={styles.slider} aria-label={t("figures.period")} data-playing={isPlaying || undefined}>
      <IconButton label={playLabel} onClick={togglePlaying} disabled={years.length < 2}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
          {isPlaying ? (
            <path d="M4 3h3v10H4zM9 3h3v10H9z" />
          ) : reducedMotionQuery.matches() ? (
            <path d="M3 3l7 5-7 5zM11 3h2v10h-2z" />
          ) : (
            <path d="M4 2.5 13 8l-9 5.5z" />
          )}
        </svg>
      </IconButton>
      <div className={styles.line}>
        <input
          type="range"
          aria-label={t("figures.year")}
          aria-valuetext={t("figures.yearText", { period: periodLabel, count: countByYear.get(shownYear) ?? 0 })}
          min={first}
          max={last}
          step={1}
          value={shownYear}
          onChange={(event) => {
            setPlaying(false);
            onYear(nearestYear(years, Number(event.currentTarget.value), shownYear));
          }}
        />
        <div className={styles.ticks} aria-hidden="true">
          {allYears.map((tickYear) => (
            <span
              key={tickYear}
              style={{ insetInlineStart: `${positionOf(tickYear) * 100}%` }}
              data-known={countByYear.has(tickYear) || undefined}
              data-shown={(year !== null && tickYear === year) || undefined}
            >
              {(tickYear === first || tickYear === last) && tickYear}
            </span>
          ))}
        </div>
      </div>
      {year !== null && <output className={styles.year}>{periodLabel}</output>}
      <Button
        className={styles.noPeriod}
        title={noPeriodOption.title}
        aria-pressed={!isPeriodChosen}
        onClick={() => onYear(null)}
      >
        {noPeriodOption.name}
      </Button>
    </section>
  );
}
