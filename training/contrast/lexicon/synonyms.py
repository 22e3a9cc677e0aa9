"""Words that say the same in news, safe in nearly any sentence. Pairs, `a/b`, valid both ways; `a>b` one way only."""

from __future__ import annotations

from training.contrast.lexicon.antonyms import pairs

VERB_SYNONYMS = pairs(
    """
buy/purchase begin>start finish>end end>conclude assist>help construct/build erect>build demolish>tear_down obtain/get
receive>get permit/allow prohibit/ban forbid/prohibit criticise/criticize attempt>try resign>step_down resign/quit
injure/wound murder>kill assassinate>murder slay>kill rescue>save detain>hold arrest>detain announce>declare
disclose/reveal unveil>present depart/leave postpone/delay cancel>call_off abandon>give_up establish/found
employ>hire recruit>hire dismiss/sack fire/sack eliminate>remove demonstrate>show condemn/denounce praise/commend
reject>turn_down accuse>blame investigate>look_into examine>study increase>grow decline/decrease diminish/decrease soar/surge
plummet/plunge climb>rise collapse>break_down crash>smash flee>escape evacuate>move_out seize>take confiscate/seize
capture>seize conquer>capture defeat/beat triumph>win vanquish>defeat participate>take_part collaborate>cooperate require/need
request>ask_for inquire>ask reply/respond respond>reply state>say
remark>say assert/claim allege/claim acknowledge/admit concede/admit urge>call_on persuade>convince convince>persuade
anticipate/expect forecast/predict predict>forecast
commence>begin terminate>end cease/stop halt/stop continue>carry_on resume>restart
preserve>keep retain/keep donate>give grant>give bestow>grant acquire>buy occur>happen relocate>move
return>come_back wed/marry perish/die expire>run_out
publish>release broadcast/air screen>show conclude>end perform>play compose>write author>write
explain>clarify clarify>make_clear emphasise/stress emphasize/stress highlight/underline underline/stress
approve>endorse ratify>approve authorise/authorize organise/organize recognise/recognize legalise/legalize
renovate>refurbish refurbish/renovate restore>renovate expand>enlarge enlarge/expand shrink>contract
reduce/cut lower/reduce raise>increase boost/increase lift>raise slash>cut
hinder>hamper hamper/hinder prevent>stop thwart>foil foil/thwart oust/remove topple/overthrow overthrow/topple
elect>choose choose/select appoint/name nominate>put_forward
destroy>wreck wreck/destroy damage>harm contaminate/pollute pollute/contaminate
encourage>urge motivate>inspire suffer>sustain sustain>suffer
create>set_up form>set_up found>set_up locate/find discover/find spot>see observe>watch notice>see
possess>own earn>make inhabit>live_in reside/live dwell>live
instruct>order order>instruct command>order supervise/oversee oversee/supervise depict>portray
illustrate>show derive>stem originate>come consist>be_made_up
endure>suffer assemble/gather gather>assemble vow/pledge pledge/promise swear>vow
quit>resign probe/investigate hurt>injure snatch>grab purchase>acquire attack>assault
""".split()
)

WORD_SYNONYMS = pairs(
    """
nearly/almost almost/nearly approximately>about roughly>about around>about however>nevertheless nevertheless/nonetheless
quickly/rapidly rapidly/swiftly usually/normally often/frequently rarely/seldom mainly/mostly mainly/primarily chiefly>mainly
largely>mostly
initially>at_first originally>at_first later>afterwards subsequently/later previously/earlier formerly/previously
currently/now presently>currently recently>lately immediately>at_once simultaneously>at_the_same_time
throughout>all_through beneath>under upon>on amid/amidst among/amongst while/whilst toward/towards
despite>in_spite_of because>since although/though prior_to>before besides>in_addition_to
big/large huge/enormous enormous/huge massive>huge tiny>very_small little>small large>big
famous>well-known renowned/famous important>significant significant>important crucial/vital vital/crucial
essential/vital dangerous>hazardous hazardous/dangerous rich/wealthy wealthy/affluent poor>impoverished
sick/ill ill>sick deceased/dead elderly>old adjacent>next entire/whole whole>entire numerous/many several>a_number_of
various>several sufficient>enough enough>sufficient difficult>hard hard>difficult simple>easy
controversial>disputed correct>right incorrect/wrong false/untrue
annual>yearly annually/yearly monthly>each_month weekly>each_week daily>every_day
global/worldwide international>global nationwide>across_the_country abroad>overseas overseas/abroad
american_troops>us_troops physician/doctor doctor/physician doctors/physicians attorney/lawyer lawyers/attorneys lawyer/attorney
attorneys/lawyers
film/movie movie/film films/movies movies/films automobile/car car>automobile cars>automobiles
kids>children kid>child infant/baby teenager/adolescent teenagers/adolescents youngsters>young_people
company>firm firm/company companies/firms firms/companies corporation>company
policemen/police_officers policeman/police_officer fireman/firefighter firemen/firefighters
residents>inhabitants inhabitants/residents citizens>nationals crowd>throng protesters/demonstrators demonstrators/protesters
protester/demonstrator protests/demonstrations insurgents/rebels rebels/insurgents gunman>shooter gunmen>armed_men
soldiers>troops troops>soldiers killings>murders inquiry/investigation probe/investigation trial>court_case prison/jail jail/prison
prisoners>inmates inmates/prisoners prisoner/inmate
fatalities/deaths casualties>victims explosion/blast blast/explosion blaze/fire
quake/earthquake earthquake/quake flooding>floods aircraft>plane airplane/plane aeroplane/plane plane/aircraft
vessel/ship ship/vessel ships/vessels harbour/port harbor/port highway>main_road
salary/pay wages/pay profits>earnings revenue>income revenues>income cost>price budget>spending_plan
election>vote referendum>popular_vote ballot>vote parliament>legislature lawmakers/legislators legislators/lawmakers
lawmaker/legislator
statute>law legislation>laws agreement/accord accord/agreement treaty>pact pact>agreement truce/ceasefire ceasefire/truce
discussions/talks talks/negotiations negotiations/talks conflict>fighting
disease/illness illness/disease remedy>cure medication/medicine medicine>medication drug>medicine
novel>book author/writer writer/author singer/vocalist vocalist/singer actor>performer painting>picture
university>college pupils>schoolchildren pupil>schoolchild scientist>researcher scientists/researchers researchers/scientists
rate>level area/region location/place zone>area nation/country country/nation nations/countries countries/nations
village>hamlet home>house mansion>large_house
goal>aim aim/goal objective/goal purpose>aim cause>reason consequence/result outcome/result result>outcome results>outcomes
idea>notion error/mistake mistake/error errors/mistakes mistakes/errors chance/opportunity opportunity>chance
answer>replyance assistance/help aid>help beginning/start start>beginning
wife>spouse husband>spouse mum>mother mom>mother dad>father
humorous>funny intelligent>clever brave>courageous courageous/brave hostile>unfriendly
contemporary>modern ancient>very_old rapid/fast rapid/swift swift>fast
percent/per_cent
""".split()
)
