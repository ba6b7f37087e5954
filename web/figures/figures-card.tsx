import { useTranslation } from "react-i18next";
import { noFigures } from "../address/measure.ts";
import { useMeasureChoices } from "../address/measure-choices.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { mapNumber } from "../map/classified-values.ts";
import { Card } from "../ui/card.tsx";
import { Failure, LoadingLines } from "../ui/states.tsx";
import { ClassChoice } from "./class-choice.tsx";
import { ColourChoice } from "./colour-choice.tsx";
import { DistrictValues } from "./district-table.tsx";
import { useDistrictFiguresState, useSiteSizesState } from "./figures-context.ts";
import { SiteValues } from "./site-table.tsx";
import { SizeChoice } from "./size-choice.tsx";

/** The measures that colour districts and size sites; the same values as tables, for readers who cannot see or use a pointer. */
export function FiguresCard() {
  const { t } = useTranslation();
  const { colourMeasure, sizeIndicator, asOf } = useAddress();
  const choices = useMeasureChoices("DISTRICT", asOf);
  const [districts, sites] = [useDistrictFiguresState(), useSiteSizesState()];
  const [figures, sizes] = [districts?.figures, sites?.sizes];
  const count = figures?.values.filter((value) => mapNumber(value) !== null).length ?? 0;
  return (
    <Card
      title={t("figures.title")}
      onClose={() => navigate(noFigures)}
      summary={figures && t("figures.coverage", { period: figures.period, count, total: figures.values.length })}
    >
      <ColourChoice colour={colourMeasure} {...choices} />
      <SizeChoice size={sizeIndicator} />
      {colourMeasure && <ClassChoice yearCount={figures && figures.year !== null ? figures.countByYear.size : 0} />}
      {districts?.error && <Failure error={districts.error} onRetry={districts.retry} />}
      {sites?.error && <Failure error={sites.error} onRetry={sites.retry} />}
      {districts?.isFetching && !figures && <LoadingLines lines={8} />}
      {figures && <DistrictValues figures={figures} />}
      {sizeIndicator && sizes && sizes.sites.length > 0 && <SiteValues sizes={sizes} />}
    </Card>
  );
}
