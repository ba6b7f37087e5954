import { everyoneCanUse } from "./access.ts";

everyoneCanUse("light");
