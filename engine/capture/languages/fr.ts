import { words, type LanguagePack } from './language-pack'

export const french: LanguagePack = {
  code: 'fr',
  say: words(
    `(?:(?:a|ont|avait|avaient|aurait) (?:également |aussi |encore |toutefois |ensuite |par ailleurs |notamment |récemment |même |d[’']ailleurs )?)(?:déclaré|dit|affirmé|ajouté|indiqué|souligné|estimé|expliqué|précisé|annoncé|assuré|rappelé|insisté|répondu|répété|martelé|prévenu|averti|jugé|regretté|confié|lancé|noté|relevé|poursuivi|conclu|écrit|reconnu|admis|confirmé|démenti|promis|plaidé|accusé|réagi|dénoncé|tweeté|rapporté|raconté|soutenu|concédé|commenté|tranché|fait savoir|fait valoir|mis en garde)`,
    `(?:déclare|dit|affirme|ajoute|indique|souligne|estime|explique|précise|annonce|assure|rappelle|insiste|répond|répète|martèle|prévient|avertit|juge|regrette|confie|lance|note|relève|poursuit|conclut|écrit|reconnaît|admet|confirme|dément|promet|plaide|dénonce|rapporte|raconte|soutient|concède|commente|tranche|pense|croit|disent|affirment|estiment|expliquent|assurent|indiquent|fait savoir|fait valoir|déclarait|disait|affirmait|expliquait|estimait|déclara|dit|affirma|répondit)`,
  ),
  clitic: /(?:(?:a|ont|avait|aurait)-t-(?<subject1>ils?|elles?|on) (?:\p{Ll}+ )?\p{Ll}+(?:é|i|u|is|it|ert)e?s?|\p{Ll}+(?:e|t|d|a)-(?:t-)?(?<subject2>ils?|elles?|on))(?![\p{L}])/u,
  intend: words(
    `exige(?:nt)?(?: de)?|réclame(?:nt)?|demande(?:nt)?(?: à)?|refuse(?:nt)?(?: de)?|rejette(?:nt)?|veut|veulent|souhaite(?:nt)?|propose(?:nt)?(?: de)?|s[’']oppose(?:nt)? à|appelle(?:nt)? à|promet(?:tent)? de|menace(?:nt)? de|s[’']engage(?:nt)? à|condamne(?:nt)?|est prêt[e]? à|sont prêt[e]?s à|(?:a|ont) (?:exigé|réclamé|demandé|refusé|rejeté|proposé|appelé à|promis de|menacé de|condamné|souhaité)`,
  ),
  clauseWord: /(?<![\p{L}])(?:que |qu[’'])/u,
  according: words(`selon|d[’']après|de l[’']avis de|aux yeux de|pour reprendre les mots de`),
  as: words(`comme l[’'](?:a |ont )(?:dit|déclaré|affirmé|indiqué|souligné|noté|rappelé|expliqué|précisé)`),
  time: words(
    `(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir|dernier|après-midi|\\d{1,2} \\p{Ll}+))?|hier(?: soir)?|aujourd[’']hui|le \\d{1,2}(?:er)? \\p{Ll}+`,
  ),
  lead: /^(?:mais|et|or|puis|ensuite|enfin|cependant|toutefois|ainsi|alors|aussi|de son côté|pour sa part)\s+/iu,
  stop: /(?<![\p{L}])(?:lors d|dans un|à l[’']issue|devant|sur son|après|avant|au cours|par voie|en marge|qui|dont|alors que|tandis que)/u,
  isVerbFirst: false,
  anonymous: /(?<![\p{L}])(?:sources?|diplomates?|responsables?|proches?|officiels?|anonyme|sous couvert d)/iu,
}
