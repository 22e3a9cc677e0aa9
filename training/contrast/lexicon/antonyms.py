"""Words that cannot both be true of one thing at one time, as news uses them. Pairs, `a/b`, valid both ways; `a>b` one way only."""

from __future__ import annotations

VERB_PAIRS = """
rise/fall increase/decrease gain/lose climb/drop soar/plunge surge>slump jump>drop expand/shrink widen/narrow strengthen/weaken
improve/worsen accelerate/slow lengthen/shorten raise/lower lift>impose tighten/loosen ease>worsen accept/reject accept/refuse
approve/reject confirm/deny admit/deny agree>refuse agree/disagree support/oppose back>oppose endorse>reject favour/oppose
praise/criticise praise/criticize welcome/condemn hail>denounce win/lose beat>lose_to arrest>free detain/free imprison>free
convict/acquit accuse>clear charge>clear jail>free capture>free open/close begin/end start/finish start/stop launch>cancel
continue/stop resume/suspend remain>leave stay/leave arrive/depart enter/leave join/quit hire/fire appoint/dismiss appoint/sack
elect>oust promote/demote build/demolish create/destroy restore>destroy rescue>abandon survive>die live>die kill>spare
injure>spare attack/defend invade>leave advance/retreat resist>surrender win>concede succeed/fail pass>fail allow/ban allow/forbid
permit/prohibit authorise/ban authorize/ban legalise/ban legalize/ban enact/repeal ratify>reject extend>shorten
include/exclude add/remove buy/sell purchase>sell acquire>sell import/export lend/borrow grant/deny award>refuse
send/receive pay>owe spend/save reveal/conceal disclose/conceal publish>withhold uncover>hide show>hide remember/forget
attend>boycott attend>skip visit>avoid marry/divorce unite>divide retain>lose maintain>abandon
preserve>destroy protect>endanger uphold/overturn uphold>quash upgrade/downgrade load/unload lock/unlock connect/disconnect
encourage/discourage deploy/withdraw invest>divest hoard>waste obey/disobey comply>refuse respect>violate trust/distrust
strengthen>undermine boost>cut boost/reduce raise>cut establish>abolish introduce>abolish
activate/deactivate freeze/thaw inflate/deflate appreciate/depreciate overestimate/underestimate exceed>miss precede/follow
recover>deteriorate heal>worsen occupy>vacate lead>trail encourage>deter cause>prevent trigger>prevent delay>hasten postpone>hasten
demand>waive fasten>loosen ground>clear renew>cancel renew>terminate honour>break welcome>expel recruit>dismiss enlarge>reduce
reassure>alarm applaud>boo exonerate>convict pardon>execute disarm/arm nationalise/privatise
nationalize/privatize evacuate>occupy stabilise>destabilise deny>acknowledge
""".split()

WORD_PAIRS = """
before/after during>before until>after since>until above/below inside/outside within>outside over/under against/for
legal/illegal lawful/unlawful guilty/innocent alive/dead living>dead open/closed male/female man/woman men/women boy/girl boys/girls
husband/wife brother/sister son/daughter sons/daughters father/mother brothers/sisters uncle/aunt king/queen prince/princess
actor/actress
first/last first/second second/third earlier/later early/late earliest/latest higher/lower highest/lowest high/low largest/smallest
biggest/smallest larger/smaller bigger/smaller greater/lesser longest/shortest longer/shorter oldest/youngest older/younger
oldest>newest
newest/oldest richest/poorest strongest/weakest stronger/weaker best/worst better/worse most/least more/fewer more/less
fastest/slowest
faster/slower cheaper/dearer cheapest/costliest heavier/lighter warmest/coldest hottest/coldest
northern/southern eastern/western north/south east/west northeast/southwest northwest/southeast
urban/rural domestic/foreign local/foreign national/local public/private civilian/military permanent/temporary
major/minor rare/common popular/unpopular successful/unsuccessful possible/impossible able/unable likely/unlikely
available/unavailable safe/unsafe safe/dangerous stable/unstable peaceful/violent calm/tense strong/weak rich/poor wealthy/poor
heavy/light deep/shallow wide/narrow full/empty fertile/barren wet/dry hot/cold warm/cool
armed/unarmed injured/unhurt wounded/unhurt harmed>unharmed damaged>undamaged missing>safe sober/drunk healthy/ill
conscious/unconscious married/unmarried employed/unemployed paid/unpaid aware/unaware known/unknown identified>unidentified
authorised/unauthorised authorized/unauthorized official/unofficial constitutional/unconstitutional democratic/undemocratic
ongoing/finished ongoing>over active/inactive active/dormant complete/incomplete completed>unfinished final/preliminary
optimistic/pessimistic confident/doubtful satisfied/dissatisfied happy/unhappy
true/false real/fake genuine/forged correct/incorrect accurate/inaccurate authentic/counterfeit
liberal/conservative left-wing/right-wing republican/democratic majority/minority
guilty>acquitted effective/ineffective efficient/inefficient adequate/inadequate sufficient/insufficient
dependent/independent direct/indirect visible/invisible present/absent positive/negative
voluntary/compulsory optional/mandatory voluntarily>forcibly peacefully/violently publicly/privately openly/secretly secretly>openly
unanimously>narrowly successfully/unsuccessfully temporarily/permanently legally/illegally deliberately/accidentally
intentionally/accidentally
quickly/slowly rapidly/slowly sharply/slightly dramatically>slightly always/never often/rarely frequently/rarely usually/rarely
seldom/often
widely>hardly completely>partly fully/partially entirely>partly alone>together initially>finally previously>later
upstream/downstream
upper/lower inner/outer indoor/outdoor indoors/outdoors upstairs/downstairs left/right front/rear top/bottom
morning/evening noon/midnight dawn/dusk daytime/night-time daily/weekly weekly/monthly monthly/yearly annual/monthly
winner/loser winners/losers victory/defeat success/failure victim/attacker victims/attackers buyer/seller buyers/sellers
employer/employee employers/employees teacher/student teachers/students ally/enemy allies/enemies friend/enemy supporters/opponents
supporter/opponent strength/weakness profit/loss profits/losses surplus/deficit increase/decrease rise/fall growth/decline
gain/loss gains/losses
arrival/departure entrance/exit beginning/end ascent/descent birth/death approval/rejection acceptance/refusal
agreement/disagreement
acquittal/conviction survivor>fatality survivors>fatalities shortage/surplus import/export imports/exports income/expenditure
demand/supply peacetime/wartime dictatorship/democracy war/peace debtor/creditor landlord/tenant
singular/plural amateur/professional sunrise/sunset maximum/minimum majority/minority north-east/south-west everyone/nobody
everybody/nobody
everything/nothing all/none both/neither many/few everywhere/nowhere
pro-government/anti-government pro-Russian/anti-Russian bilateral/unilateral conventional/nuclear sunny/cloudy
elected/appointed permanent/interim outgoing/incoming former/current ex-president/president bipartisan/partisan
edible/poisonous vertical/horizontal ancient/modern natural/artificial organic/synthetic solid/liquid
""".split()

NOT_IN = frozenset(
    "above below inside outside most more over under for against left right like back light cool may march second "
    "former last first".split()
)
"""Words with other senses than the one meant: edited only where the sentence shows the sense (see edits/antonym.py)."""


def pairs(entries: list[str]) -> dict[str, tuple[str, ...]]:
    """Return each word's opposites, in the order of the table; `_` stands for a space."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        both = "/" in entry
        one, other = (word.replace("_", " ") for word in entry.split("/" if both else ">"))
        found[one] = (*found.get(one, ()), other)
        if both:
            found[other] = (*found.get(other, ()), one)
    return found


VERB_ANTONYMS = pairs(VERB_PAIRS)
WORD_ANTONYMS = pairs(WORD_PAIRS)
