import { words, type LanguagePack } from './language-pack'

export const spanish: LanguagePack = {
  code: 'es',
  say: words(
    `(?:dijo|afirmó|aseguró|señaló|declaró|agregó|añadió|explicó|indicó|sostuvo|manifestó|expresó|insistió|advirtió|anunció|informó|reiteró|subrayó|recalcó|destacó|precisó|confirmó|negó|apuntó|respondió|replicó|comentó|escribió|concluyó|recordó|admitió|reconoció|lamentó|denunció|enfatizó|puntualizó|aclaró|opinó|consideró|prometió|remarcó|zanjó|matizó|espetó|resaltó|detalló|contó|relató|argumentó|alegó)`,
    `(?:dijeron|afirmaron|aseguraron|señalaron|declararon|indicaron|informaron|advirtieron|anunciaron|explicaron)`,
    `(?:dice|afirma|asegura|señala|declara|agrega|añade|explica|indica|sostiene|manifiesta|insiste|advierte|anuncia|informa|reitera|subraya|recalca|destaca|precisa|confirma|niega|apunta|responde|comenta|escribe|concluye|recuerda|admite|reconoce|lamenta|denuncia|cuenta|relata|opina|considera|cree|dicen|afirman|aseguran|señalan|sostienen|creen)`,
    `(?:ha|han|había) (?:dicho|afirmado|asegurado|señalado|declarado|agregado|añadido|explicado|indicado|sostenido|manifestado|insistido|advertido|anunciado|informado|reiterado|subrayado|recalcado|destacado|precisado|confirmado|negado|apuntado|respondido|recordado|admitido|reconocido|lamentado|denunciado)`,
  ),
  clitic: null,
  intend: words(
    `exigen?|exigió|exigieron|reclaman?|reclamó|piden?|pidió|pidieron|demandan?|rechazan?|rechazó|rechazaron|se niegan? a|se negó a|quieren?|propone[n]?|propuso|se oponen? a|se opuso a|llaman? a|llamó a|prometen?|prometió|amenazan? con|amenazó con|condenan?|condenó|se compromete[n]? a|se comprometió a|instan? a|instó a|(?:está|están) dispuest[oa]s? a|(?:ha|han) (?:exigido|pedido|rechazado|propuesto|prometido|reclamado|condenado|instado a)`,
  ),
  clauseWord: /(?<![\p{L}])que /u,
  according: words(`según|de acuerdo con|a juicio de|en palabras de|en opinión de`),
  as: words(`como (?:dijo|afirmó|señaló|indicó|explicó|recordó)`),
  time: words(
    `(?:el |este )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?: (?:pasado|por la (?:mañana|tarde|noche)))?|ayer|hoy|anoche|el \\d{1,2} de \\p{Ll}+`,
  ),
  lead: /^(?:pero|y|sin embargo|luego|después|además|también|por su parte|asimismo|no obstante)\s+/iu,
  stop: /(?<![\p{L}])(?:en una|en un|durante|ante|tras|después de|a través de|al término|que|quien|mientras)(?![\p{L}])/u,
  isVerbFirst: false,
  anonymous: /(?<![\p{L}])(?:fuentes?|diplomátic[oa]s?|funcionari[oa]s?|allegad[oa]s?|anónim[oa]s?|bajo condición)/iu,
}
