import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { CopyLink } from "../core/copy-link.tsx";
import { titled } from "../core/demo.ts";
import { Drawer } from "../core/drawer.tsx";
import { nameOf, useLanguage } from "../core/language.tsx";
import { useAddress, visit } from "../core/navigation.ts";
import { Failure, Notice, Waiting } from "../core/states.tsx";
import { DistrictDetail } from "./district-detail.tsx";
import { districtQuery } from "./district-query.ts";

/** The chosen district. */
export function DistrictCard({ code }: { code: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [{ data, error, fetching }, retry] = useQuery({ query: districtQuery, variables: { code, asOf: useAddress().asOf } });
  const district = data?.district?.code === code ? data.district : null;
  return (
    <Drawer label={t("district.label")} subject={code} onClose={() => visit({ district: null })} tools={<CopyLink />}>
      <title>{titled(district ? `${nameOf(language, district)} · ${t("name")}` : t("name"))}</title>
      {district && <DistrictDetail district={district} />}
      {!district && error && <Failure error={error} onRetry={() => retry({ requestPolicy: "network-only" })} />}
      {!district && !error && fetching && <Waiting lines={10} />}
      {!district && !error && !fetching && <Notice title={t("district.missing")} />}
    </Drawer>
  );
}
