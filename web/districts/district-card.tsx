import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { useAddress, visit } from "../address/navigation.ts";
import { titled } from "../core/demo.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { Failure, Notice, Waiting } from "../ui/states.tsx";
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
