import type { Fault, FaultCode } from "../contract/faults.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError, type ErrorDefinition } from "../core/errors.ts";
import { geometryErrors } from "../geometry/errors.ts";
import { siteErrors } from "./errors.ts";

const errors: Record<FaultCode, ErrorDefinition> = {
  ...{ VALUE_UNKNOWN: commonErrors.VALUE_UNKNOWN, NUMBER_OUT_OF_RANGE: commonErrors.NUMBER_OUT_OF_RANGE },
  ...{ LIST_TOO_LONG: commonErrors.LIST_TOO_LONG, TEXT_TOO_LONG: commonErrors.TEXT_TOO_LONG },
  ...{ TEXT_WITH_CONTROL: commonErrors.TEXT_WITH_CONTROL, RANGE_REVERSED: siteErrors.RANGE_REVERSED },
  ...{ FILTER_MALFORMED: siteErrors.FILTER_MALFORMED, FILTER_TOO_DEEP: siteErrors.FILTER_TOO_DEEP },
  HUB_LEVEL_WITHOUT_HUB: siteErrors.HUB_LEVEL_WITHOUT_HUB,
  ...{ POSITION_MALFORMED: geometryErrors.POSITION_MALFORMED, POSITION_OUTSIDE_WORLD: geometryErrors.POSITION_OUTSIDE_WORLD },
  ...{ GEOJSON_MALFORMED: geometryErrors.GEOJSON_MALFORMED, GEOJSON_NOT_AN_AREA: geometryErrors.GEOJSON_NOT_AN_AREA },
};

/** The error for a fault in an argument. */
export const errorOf = ({ code, details, path: faultPath }: Fault, argument: string): AtlasError =>
  new AtlasError(errors[code], { ...details, argument: argument + faultPath });

/** Throws the error for a fault, if there is one. */
export function throwFault(fault: Fault | null | undefined, argument: string): void {
  if (fault) throw errorOf(fault, argument);
}
