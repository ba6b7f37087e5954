import { type FlagName, filterParts, flagNames, type NumberName, numberNames } from "../../../server/contract/filter-parts.ts";
import { numberRange } from "../../../server/contract/quantities.ts";
import { changeFilter, useAddress } from "../../address/navigation.ts";
import { useLanguage } from "../../core/language.tsx";
import { SwitchGroup, ToggleSwitch } from "./groups.tsx";
import { NumberField } from "./number-field.tsx";

/** The parts that have their words in the contract: switches for yes or no, a field for a number. */
export function FlagAndNumberFilters() {
  return (
    <>
      {flagNames.map((name) => (
        <FlagFilter key={name} name={name} />
      ))}
      {numberNames.map((name) => (
        <NumberFilter key={name} name={name} />
      ))}
    </>
  );
}

/** Pressing an answer again removes the condition. */
function FlagFilter({ name }: { name: FlagName }) {
  const language = useLanguage();
  const currentValue = useAddress().filter[name];
  const part = filterParts[name];
  return (
    <SwitchGroup label={part.name[language]}>
      {[true, false].map((flag) => (
        <ToggleSwitch
          key={String(flag)}
          isPressed={currentValue === flag}
          onToggle={() => changeFilter({ [name]: currentValue === flag ? null : flag })}
        >
          {part.conditionText(flag, language)}
        </ToggleSwitch>
      ))}
    </SwitchGroup>
  );
}

/** An empty field removes the condition. */
function NumberFilter({ name }: { name: NumberName }) {
  const language = useLanguage();
  const value = useAddress().filter[name];
  const { name: label, bounds, check } = filterParts[name];
  return (
    <fieldset>
      <legend>{label[language]}</legend>
      <NumberField
        label={label[language]}
        value={value}
        isAllowed={(number) => number === null || check(number) === null}
        problem={numberRange(`${bounds.min}`, `${bounds.max}`, language)}
        onValue={(number) => changeFilter({ [name]: number })}
      />
    </fieldset>
  );
}
