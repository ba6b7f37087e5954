import { Combobox, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { getAddress, navigate, useAddress } from "../address/navigation.ts";
import { isPressed } from "../core/key-press.ts";
import { IconButton } from "../ui/button.tsx";
import { CloseIcon, SearchIcon } from "../ui/icons.tsx";
import styles from "./search.module.css";
import { optionOf, SearchGroups } from "./search-options.tsx";
import { useSearch } from "./search-query.ts";
import { addressOfMatch, addressOfPoint } from "./search-step.ts";

/**
 * Search in Chinese, English, pinyin or its initials, misspellings tolerated. Choosing a match opens it; Enter goes to a
 * coordinate, and otherwise filters list and map by the text.
 */
export function Search() {
  const { t } = useTranslation();
  const { text } = useAddress().filter;
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const [query] = useDebouncedValue(typed.trim(), 120);
  const { groups, isFetching, isComplete } = useSearch(query);
  // What is shown still belongs to an earlier text, from the first key on, not only once the next answer is asked for.
  const isOutdated = isFetching || typed.trim() !== query;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const input = useSlashFocus();
  const matches = groups.flatMap((group) => group.matches);
  const isSimilar = matches.length > 0 && matches.every(({ exact }) => !exact);
  const offersFilter = groups.some(({ kind }) => kind === "SITE") && !isSimilar;

  const applyText = (enteredText: string) => {
    navigate(
      addressOfPoint(enteredText, getAddress()) ?? { page: "explore", filter: { ...getAddress().filter, text: enteredText } },
    );
    combobox.closeDropdown();
  };
  const chooseOption = (value: string) => {
    const match = matches.find((each) => optionOf(each) === value);
    if (!match) return applyText(query);
    navigate(addressOfMatch(match, getAddress()));
    setTyped(getAddress().filter.text);
    combobox.closeDropdown();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={chooseOption} shadow="md" offset={4} middlewares={{ flip: false, shift: true }}>
      <Combobox.DropdownTarget>
        <div className={styles.box}>
          <SearchIcon />
          <Combobox.EventsTarget withExpandedAttribute>
            <input
              ref={input}
              type="text"
              aria-label={t("search.label")}
              placeholder={t("search.placeholder")}
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="search"
              maxLength={100}
              value={typed}
              onFocus={() => typed && combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                if (event.currentTarget.value.trim()) combobox.openDropdown();
                else combobox.closeDropdown();
              }}
              onKeyDown={(event) => {
                // Enter on a suggestion is already handled by the combobox.
                const isOptionChosen = event.defaultPrevented || combobox.getSelectedOptionIndex() >= 0;
                if (isPressed("Enter", event) && !isOptionChosen) applyText(typed.trim());
              }}
            />
          </Combobox.EventsTarget>
          {typed ? (
            <IconButton
              small
              label={t("search.clear")}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => applyText("")}
            >
              <CloseIcon size={16} />
            </IconButton>
          ) : (
            <span className={styles.key} aria-hidden="true">
              /
            </span>
          )}
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown className={styles.dropdown}>
        <Combobox.Options aria-label={t("search.label")} aria-busy={isOutdated || undefined} className={styles.options}>
          {isComplete && matches.length === 0 && <Combobox.Empty>{t("search.none", { q: query })}</Combobox.Empty>}
          {isSimilar && <p className={styles.similar}>{t("search.similar", { q: query })}</p>}
          <SearchGroups groups={groups} />
          {offersFilter && (
            <Combobox.Option value="all" className={styles.all}>
              {t("search.all", { q: query })}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The slash key goes to the search, unless something is being written. */
function useSlashFocus() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.select();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return input;
}
