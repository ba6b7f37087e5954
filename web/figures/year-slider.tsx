import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { reducedMotion } from "../core/media.ts";
import { Button, IconButton } from "../ui/button.tsx";
import styles from "./year-slider.module.css";
import { everyYear, nearestYear, nextYear, play, usePlaying } from "./years.ts";

interface YearSliderProps {
  /** Years with a figure, and of how many. */
  counts: ReadonlyMap<number, number>;
  /** The shown year; null where each site has its latest. */
  year: number | null;
  /** A year as a period in words. */
  words: (year: number) => string;
  /** Whether the reader has chosen the period. */
  chosen: boolean;
  /** The label for no chosen period, and its explanation. */
  free: { name: string; title: string };
  /** Null clears the period. */
  onYear: (year: number | null) => void;
}

/** How long a year is shown, in milliseconds: long enough to compare it with the one before. */
const pace = 1400;

/** The years from first to last, to scale; those without a figure are grey and skipped. */
export function YearSlider({ counts, year, words, chosen, free, onYear }: YearSliderProps) {
  const { t } = useTranslation();
  const playing = usePlaying();
  const years = [...counts.keys()].sort((one, other) => one - other);
  const [first = 0, last = 0] = [years.at(0), years.at(-1)];
  const shown = year ?? last;
  const next = nextYear(years, shown);

  useEffect(() => {
    if (!playing) return;
    if (next === null) return play(false);
    const step = setTimeout(() => onYear(next), pace);
    return () => clearTimeout(step);
  }, [playing, next, onYear]);
  useEffect(() => () => play(false), []);

  const start = () => {
    // With reduced motion each press advances by one year.
    if (reducedMotion.matches()) return onYear(next ?? first);
    if (!playing && next === null) onYear(first);
    play(!playing);
  };
  const name = reducedMotion.matches() ? t("figures.next") : t(playing ? "figures.pause" : "figures.play");
  const all = everyYear(years);
  const label = year === null ? free.name : words(year);
  const of = (one: number) => (all.length > 1 ? (one - first) / (last - first) : 0);
  return (
    <section className={styles.slider} aria-label={t("figures.period")} data-playing={playing || undefined}>
      <IconButton label={name} onClick={start} disabled={years.length < 2}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
          {playing ? (
            <path d="M4 3h3v10H4zM9 3h3v10H9z" />
          ) : reducedMotion.matches() ? (
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
          aria-valuetext={t("figures.yearText", { period: label, count: counts.get(shown) ?? 0 })}
          min={first}
          max={last}
          step={1}
          value={shown}
          onChange={(event) => {
            play(false);
            onYear(nearestYear(years, Number(event.currentTarget.value), shown));
          }}
        />
        <div className={styles.ticks} aria-hidden="true">
          {all.map((one) => (
            <span
              key={one}
              style={{ insetInlineStart: `${of(one) * 100}%` }}
              data-known={counts.has(one) || undefined}
              data-shown={(year !== null && one === year) || undefined}
            >
              {(one === first || one === last) && one}
            </span>
          ))}
        </div>
      </div>
      {year !== null && <output className={styles.year}>{label}</output>}
      <Button className={styles.free} title={free.title} aria-pressed={!chosen} onClick={() => onYear(null)}>
        {free.name}
      </Button>
    </section>
  );
}
