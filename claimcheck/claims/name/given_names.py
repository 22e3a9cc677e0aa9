"""Given names that are one: nicknames, and forms of one name in neighbouring languages.

A line is a group, its head first. A name may stand in several groups (Alex, Chris, Sam): two names are
forms of one where they share a group. Translations between cultures that a newsroom never makes
(Peter, Pedro) are different names here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from claimcheck.claims.name.spelling import romanise

_ENGLISH = """
abigail abby gail
abraham abe bram
albert al bert bertie
alexander alex alec al sandy sasha xander
alexandra alex sandra sasha
alexis alex
alfred al alf fred
allan alan allen
amanda mandy
andrew andy drew
angela angie
anna ann anne annie
anthony tony antony ant
antonio tony
archibald archie
arnold arnie
arthur art
augustus gus
barbara barb babs
benjamin ben benny binyamin bibi
bernard bernie barney
bernardo bernie
bradley brad
brittany britt
calvin cal
cameron cam
carolyn carol caroline
catherine katherine kathryn kate katie cathy kathy kat kitty cate kathleen
charles charlie chuck chas
chester chet
christina christine chris tina chrissy
christopher chris kit topher
cornelius neil
cynthia cindy
daniel dan danny
david dave davy
deborah debra debbie deb
dennis denny
dominic dom
donald don donny donnie
dorothy dot dolly
douglas doug
edgar ed
edmund ed eddie ned
edward ed eddie ted teddy ned
edwin ed
eleanor ellie nell
elizabeth liz lizzie beth betty betsy eliza lisa
emily em
emma em
eric erik
eugene gene
ezekiel zeke
florence flo
francis frank fran
franklin frank
frederick fred freddie frederic
gabriel gabe
geoffrey geoff jeff jeffrey jeffery
george georgie
gerald gerry jerry
gilbert gil
gregory greg gregg
harold hal harry
harry henry hank
helen nell
herbert herb bert
howard howie
hubert bert
hugh hughie
ian iain
isaac ike
isabella bella izzy isabel
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jason jay
jennifer jen jenny
jeremiah jerry
jeremy jerry
jerome jerry
jessica jess jessie
joanna joanne jo
john johnny jack
jonathan jon jonny
jon jonathan
joseph joe joey
joshua josh
judith judy
julian jules
justin jus
kenneth ken kenny
kevin kev
kimberly kim kimberley
lawrence larry laurence lars
leonard leo len lenny
leonardo leo
leopold leo
leslie les
lewis lew lou
lionel leo
louis lou louie
lucille lucy
madeline maddie
margaret maggie peggy meg marge greta margie
marjorie marge margie
martin marty
mary molly polly
matthew matt
maureen mo
maximilian max
melissa mel
melvin mel
michael mike mick mickey micky
miriam mimi
mitchell mitch
nancy nan
nathan nate
nathaniel nate nat
nicholas nick nicky nicolas
nicole nicky nikki
oliver ollie
oswald ozzie
pamela pam
patricia pat patty tricia trish
patrick pat paddy
paul paulie
pauline paulie
penelope penny
percival percy
peter pete
philip phil phillip
rachel rae
randall randy
randolph randy
raphael rafe
rafael rafa
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich ricky richie
robert bob bobby rob robbie bert
roderick rod
rodney rod
roger rodge
ronald ron ronnie
rosemary rosie
rudolph rudy
rudolf rudy
russell russ
samantha sam
samuel sam sammy
sarah sara sally sadie
sebastian seb
sharon shari
sidney sid sydney
simon si
solomon sol
stanley stan
stephanie steph
stephen steven steve
stewart stuart stu
susan sue susie suzie suzanne
sylvester sly
terence terry terrence
teresa theresa terry tess
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
warren ren
wesley wes
wilfred wilf
william bill billy will willy willie liam
winston win
zachary zach zack zac
jose pepe
francisco paco pancho
ignacio nacho
guadalupe lupe
enrique quique
roberto beto
gerhard gerd
johannes hans
giuseppe beppe
luiz luis
thaddeus tad
"""

_SLAVIC_NAMES = """
aleksandr alexander oleksandr aliaksandr alyaksandr aleksander sasha alexandre
aleksandra alexandra oleksandra
aleksei alexei alexey oleksii oleksiy aliaksei alyaksei aleksey
anatoly anatoliy anatolii anatoli anatol
andrei andrey andriy andrii andrej
anna hanna ganna
anton antin
arkady arkadiy arkadii
arseny arseniy arsenii arsen
artyom artem artsiom
boris borys barys
bogdan bohdan bahdan
daniil danylo danil daniel
denis denys dzianis
dmitry dmitri dmitriy dmytro dzmitry dimitri dmitrii
eduard edouard
ekaterina yekaterina kateryna katerina catherine
elena yelena olena alena helena
evgeny yevgeny yevhen yevgeniy evgeni yevheniy yevhenii evgenii yauhen eugene
evgenia yevgenia yevheniia yevheniya
filipp philip pylyp
fyodor fedor fedir feodor theodore
galina halyna halina
gennady hennadiy hennadii gennadiy gennadi
georgy georgiy heorhiy heorhii giorgi georgi
gleb hlib
grigory hryhoriy hryhorii grigoriy grigori ryhor
igor ihor ihar
ilya illia ilia ilja
irina iryna
ivan
julia yulia yuliia iulia yuliya
kirill kyrylo kiryl
konstantin kostiantyn kostyantyn constantine kanstantsin
larisa larysa
leonid leonyd
lev leo
lyubov liubov
lyudmila liudmyla ludmila lyudmyla
maksim maxim maksym
maria mariya mariia marya
marina maryna
matvei matviy matvii matvey
mikhail mykhailo mikhailo mykhaylo mikheil mihail michail
nadezhda nadiya nadiia nadia
natalia nataliya natalya nataliia natallia
nikita mykyta mikita
nikolai nikolay mykola mikalai nicolai
oksana aksana
oleg oleh aleh
olga olha volha
pavel pavlo pavlo
petr pyotr petro piotr
rodion rodyon
ruslan
semyon semen
sergei sergey serhiy serhii siarhei sergiy sergii
sofia sofiya sophia sofiia
stanislav stanislau
stepan
svetlana svitlana sviatlana
taras
tatiana tatyana tetiana tetyana tatsiana
timofei tymofiy tymofii
vadim vadym
valentin valentyn
valentina valentyna
valery valeriy valerii valeri valerij
vasily vasyl vasiliy vasili vassily
viktor victor
viktoria viktoriya viktoriia victoria
vitaly vitali vitaliy vitalii
vladimir volodymyr wladimir uladzimir wolodymyr volodimir vova
vladislav vladyslav uladzislau
vsevolod vsevolod
vyacheslav viacheslav
yakov yakiv
yegor yehor egor
yuri yury yuriy yurii iurii juri yury
zinaida zinayida
"""

_ARABIC_NAMES = """
abdullah abdallah abdulla
abdul abd abdel abdal
ahmed ahmad ahmet
ali aly
amin ameen
anwar anouar
ayman aiman
aziz azeez
bashir basheer
bilal bilel
fahd fahad
faisal faysal feisal
farid fareed
fatima fatema fatimah fatma
fouad fuad
hamid hameed
hasan hassan
hussein hossein husayn hussain husain hosein hussayn
ibrahim ebrahim
idris idriss
ismail ismael ismaeel
jafar jaafar
jamal gamal
jamil jameel
karim kareem
khaled khalid
mahdi mehdi
mahmoud mahmud mahmood
maryam mariam
masoud massoud masud
mohammed mohammad muhammad mohamed muhammed mohamad mehmet mohd muhamad
moammar muammar muammer moamar
moqtada muqtada
mustafa moustafa mostafa
najib naguib najeeb
nasser naser nasir
nawaz navaz
nouri nuri
pervez parvez parviz
saddam sadam
omar umar omer
osama usama ousama
osman othman uthman
qasem qassem qasim kassem kasem ghasem qassim
rafik rafiq rafic
rashid rasheed rachid
said saeed saeid sayeed
salah saleh salih
salim saleem selim
samir sameer
sayyid sayed said seyed
sharif shareef cherif
sulaiman suleiman sulayman soleimani
tariq tarek tareq
usman othman
walid waleed
yasser yasir yaser
yitzhak itzhak yitzchak
yousef yusuf youssef yusef joseph yousuf yussuf
zayed zayid
zine zein
"""


def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for table in (_SLAVIC_NAMES, _ARABIC_NAMES, _ENGLISH) for line in table.split("\n") if line)


@cache
def heads() -> Mapping[str, frozenset[str]]:
    """The heads of the groups a given name stands in, by the name's romanised key."""
    table: dict[str, set[str]] = {}
    for group in _groups():
        for name in group:
            table.setdefault(romanise(name), set()).add(group[0])
    return MappingProxyType({name: frozenset(found) for name, found in table.items()})


@cache
def spelled() -> frozenset[str]:
    """Every given name of the tables, folded."""
    return frozenset(name for group in _groups() for name in group)


def is_given_name(token: str) -> bool:
    """True where the folded token is a given name of the tables, in any spelling."""
    return token in spelled() or (len(token) > 3 and romanise(token) in heads())


def same_given_name(a: str, b: str) -> bool:
    """True where two folded given names share a group."""
    left, right = heads().get(romanise(a)), heads().get(romanise(b))
    return left is not None and right is not None and not left.isdisjoint(right)


@cache
def _arabic() -> Mapping[str, str]:
    return MappingProxyType({name: line.split()[0] for line in _ARABIC_NAMES.split("\n") for name in line.split()})


def same_arabic_name(a: str, b: str) -> bool:
    """True where two folded names, given or family, are spellings of one Arabic name (Hussein, Hussain)."""
    return a in _arabic() and _arabic()[a] == _arabic().get(b)


def head(token: str) -> str:
    """The one head of a folded given name; the token itself where it stands in several groups or none."""
    found = heads().get(romanise(token), frozenset())
    return next(iter(found)) if len(found) == 1 else token
