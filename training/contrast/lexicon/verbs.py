"""Verbs that news is told with, and the forms that no rule gives."""

from __future__ import annotations

_IRREGULAR = """
be was been; become became become; begin began begun; bear bore borne; beat beat beaten; bid bid bid; bind bound bound
 bite bit bitten;
blow blew blown; break broke broken; bring brought brought; build built built; burst burst burst; buy bought bought; cast cast cast;
catch caught caught; choose chose chosen; cling clung clung; come came come; cost cost cost; cut cut cut; deal dealt dealt
 dig dug dug;
do did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt;
fight fought fought; find found found; flee fled fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got got; give gave given; go went gone; grow grew grown; hang hung hung;
have had had; hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; know knew known;
lay laid laid; lead led led; leave left left; lend lent lent; let let let; lose lost lost; make made made; mean meant meant;
meet met met; overcome overcame overcome; overtake overtook overtaken; overthrow overthrew overthrown; pay paid paid; put put put;
quit quit quit; read read read; rebuild rebuilt rebuilt; ride rode ridden; ring rang rung; rise rose risen; run ran run
 say said said;
see saw seen; seek sought sought; sell sold sold; send sent sent; set set set; shake shook shaken; shoot shot shot
 show showed shown;
shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; sleep slept slept; speak spoke spoken;
spend spent spent; spread spread spread; stand stood stood; steal stole stolen; stick stuck stuck; strike struck struck;
swear swore sworn; sweep swept swept; swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn;
tell told told; think thought thought; throw threw thrown; understand understood understood; undertake undertook undertaken;
uphold upheld upheld; wake woke woken; wear wore worn; win won won; withdraw withdrew withdrawn; withhold withheld withheld;
withstand withstood withstood; write wrote written; rewrite rewrote rewritten; outgrow outgrew outgrown; overrun overran overrun;
broadcast broadcast broadcast; split split split; retake retook retaken; foresee foresaw foreseen; mistake mistook mistaken
"""
IRREGULAR: dict[str, tuple[str, str]] = {
    v: (p, q) for v, p, q in (entry.split() for entry in _IRREGULAR.replace(";\n", ";").replace("\n", ";").strip(";").split(";"))
}

DOUBLING = frozenset(
    """admit ban bar beg chop clap compel commit confer control cut defer deter dip drag drop dub equip expel fit forget get
    grab hit
    hop incur jam jog knit let log map mop nod occur omit outbid patrol permit pin plan plot plug prefer propel put quit ram
    rebel recur
    refer regret remit repel rip rob rub run set shed shut sit skip slam slap slip snap spin split spot stab step stop strap
    strip submit
    swap swim tap top transfer transmit trap trim tug whip win wrap begin scrap""".split()
)

VERBS: tuple[str, ...] = tuple(
    dict.fromkeys(
        """accept accuse achieve acquire acquit add admit adopt advance allow announce appear appoint approve argue arrest
    arrive ask
    attack attend authorise authorize avoid award back ban banish beat become begin believe belong bid block bomb book borrow
    boycott break bring broadcast build burn buy call cancel capture carry cast catch cause celebrate change charge choose claim
    close
    co-found collapse collect come complete concede conclude condemn conduct confirm confiscate consider contain continue contribute
    control convict cost cover crash create criticise criticize cut deal decide declare decline decrease defeat defend delay deliver
    demolish demand deny depart deploy deport describe design destroy detain develop die direct disappear disclose discover discuss
    dismiss dissolve divorce donate double draw drive drop earn eat elect eliminate embrace emerge employ enact end enter escape
    establish evacuate exceed execute exist expand expect expel explain explode export express extend face fail fall feature fight
    file find fine finish fire flee fly follow force form found free gain get give go grant grow halt hand happen have head hear
    help
    hire hit hold host ignore imprison improve include increase inform injure inspire install interview introduce invade invest
    investigate invite issue join keep kidnap kill know lack land last launch lay lead learn leave lend let lift like live lose
    lower
    maintain make manage marry mean meet merge miss move murder name need negotiate nominate note obtain occupy occur offer open
    operate oppose order organise organize overtake overthrow overturn own participate pass pay perform persuade play plead pledge
    predict present prevent produce promise promote propose protect protest prove provide publish pull purchase pursue push quit
    raise reach read rebuild receive record recover reduce refuse regain reject release remain remember remove rename renew repeal
    replace reopen report represent rescue resign resist resume retain retire retreat return reveal review revise ride rise rob
    rule run
    sack save say score secure see seek seize sell send sentence serve settle share shoot show shut sign sing sink slash soar
    speak spend split sponsor spread stab stand star start stay steal stop strengthen strike study sue suffer suggest supply support
    surge surrender survive suspend take teach tell test threaten throw topple trade train transfer travel treat trigger try
    turn undergo
    unveil urge use veto view violate visit vote vow wait want warn watch weaken wear welcome widen win withdraw witness work worsen
    wound write plummet rescind ratify revoke restore restrict expel narrow shorten lengthen tighten loosen ease relax hide conceal
    exonerate pardon blame praise honour insult mock thank reassure alarm calm import hoard waste preserve abolish legalise
    criminalise
    reinstate demote pause postpone accelerate slow encourage discourage include exclude connect disconnect unite divide arm disarm
    lock unlock load unload freeze thaw float enlarge shrink swell deepen inflate deflate appreciate depreciate
    overestimate underestimate criticise disagree agree comply""".split()
    )
)
