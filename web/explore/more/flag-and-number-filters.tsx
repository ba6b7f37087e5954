import { type FlagName, filterParts, flagNames, type NumberName, numberNames } from "../../../server/contract/filter-parts.ts";
import { numberRange } from "../../../server/contract/quantities.ts";
import { refine, useAddress } from "../../address/navigation.ts";
import { useLanguage } from "../../core/language.tsx";
import { Switch, Switches } from "./groups.tsx";
import { NumberField } from "./number-field.tsx";

/** The parts that have their words in the contract: switches for yes or no, a field for a number. */
export function FlagAndNumberFilters() {
  return (
    <>
      {flagNames.map((name) => (
        <Flag key={name} name={name} />
      ))}
      {numberNames.map((name) => (
        <Quantity key={name} name={name} />
      ))}
    </>
  );
}

/** Pressing an answer again removes the condition. */
function Flag({ name }: { name: FlagName }) {
  const language = useLanguage();
  const chosen = useAddress().filter[name];
  const part = filterParts[name];
  return (
    <Switches label={part.name[language]}>
      {[true, false].map((answer) => (
        <Switch
          key={String(answer)}
          pressed={chosen === answer}
          onPress={() => refine({ [name]: chosen === answer ? null : answer })}
        >
          {part.condition(answer, language)}
        </Switch>
      ))}
    </Switches>
  );
}

/** An empty field removes the condition. */
function Quantity({ name }: { name: NumberName }) {
  const language = useLanguage();
  const value = useAddress().filter[name];
  const { name: label, bounds, check } = filterParts[name];
  return (
    <fieldset>
      <legend>{label[language]}</legend>
      <NumberField
        label={label[language]}
        value={value}
        allows={(number) => number === null || check(number) === null}
        problem={numberRange(`${bounds.min}`, `${bounds.max}`, language)}
        onValue={(number) => refine({ [name]: number })}
      />
    </fieldset>
  );
}
