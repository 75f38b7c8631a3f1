"""Lists are compared item by item: the same words may stand on both sides in items that have nothing to do with one another.

Each build of list is a file. It reads both sides as items, pairs them, and answers only where it believes the pairs:

    build           for instance                                              items are paired by
    numbered        1氏名、2性別、3住所 → 1氏名、2住所                             what they name
    citations       第四条、第五条及び第七条 → 第五条、第六条及び第八条              place, if all moved on by as much
    columns         全面　2,000円 2,500円 → 全面　2,500円 3,000円                 place, if an amount stands in another one
    shared_amount   6月及び12月においては2割 → 6月においては1割、12月においては3割   the first of two cases
    growing         監督員又は検査員 → 監督員、検査員又は特別検査員                  what is said of the item that was the last
    bracketed       第八条（…） → 第六条（…）及び第八条（…）                       the name before the bracket
    named           大人200円、小人100円 → 大人300円、小人200円、幼児100円            the name before the amount
    priced          大人500円、小人200円 → 一般800円、学生500円                   place, if an amount stands in another one
    parallel        所長が一次を、部長が二次を → 部長が一次を、局長が二次を           place, if a phrase stands in another one
"""

from aratame.rewording.lists.growing import grows
from aratame.rewording.lists.pairing import item_pairs

__all__ = ["grows", "item_pairs"]
