import type { TFunction } from "i18next";
import type { Confidence } from "../core/graphql.ts";
import type { FigureRecord } from "./figure.ts";

/** The confidence in words, unless it is high. */
export const doubtIn = (confidence: Confidence | null | undefined, t: TFunction): string =>
  confidence && confidence !== "HIGH" ? t(`confidence.${confidence}`) : "";

/** What must be said of a figure wherever it stands: its status unless it is final, its confidence unless it is high. */
export const remarksOf = ({ status, confidence }: Pick<FigureRecord, "status" | "confidence">, t: TFunction): string[] =>
  [status === "OFFICIAL" || status === "REPORTED" ? "" : t(`figureStatus.${status}`), doubtIn(confidence, t)].filter(Boolean);
