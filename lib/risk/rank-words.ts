/** Words that announce places in a ranking to others, or call those behind to account. */
const BULLETIN =
  /通报|晾晒|晒(单|榜|成绩)|公布|末位|(前|后|列后|倒数)[一二三四五六七八九十\d]+(名|位|个|家)|约谈|表态发言|检讨|检查|说明情况|情况说明|月度排名|季度排名|[每按](周|旬|月|季|季度|半月)[^，。；]{0,12}排名|排名[^，。；]{0,6}(考核|扣分)/;
/** Words that speak of points, boards and medals: a function that ranks. */
const POINTS = /积分|排行榜|龙虎榜|红黑榜|光荣榜|勋章|等级分/;

/** Whether a recorded ranking speaks of points or boards; words that speak of neither are taken for these. */
export function saysPoints(quote: string): boolean {
  return POINTS.test(quote) || !BULLETIN.test(quote);
}

/** Whether a recorded ranking is made known to others, or has consequences. */
export function saysBulletin(quote: string): boolean {
  return BULLETIN.test(quote);
}
