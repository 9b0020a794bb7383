"""First names common in France: they only help to tell a first name from a last one."""

from bot.understanding.normal import plain, vocabulary

TITLES = vocabulary("m mme mlle mr mrs ms monsieur madame mademoiselle dr")
"""What stands before a name, in plain form, and is no part of it."""
FIRST_NAMES = vocabulary(
    """
    adele adeline adrien agathe agnes ahmed aicha alain alban albert alex alexandra alexandre
    alexia alexis alice alicia aline amandine amelie amina anais andre andrea andree angele
    angelique anita anna anne annette annick annie antoine antoinette arlette armand arnaud
    arthur astrid audrey aurelie aurelien axel axelle baptiste barbara basile bastien beatrice
    benedicte benjamin benoit bernadette bernard berthe bertrand blandine brice brigitte bruno
    camille carine carole caroline catherine cecile cedric celia celine chantal charles
    charlotte chloe christelle christian christiane christine christophe claire clara claude
    claudette claudine clemence clement colette coline corentin corinne cyril cyrille damien
    daniel daniele danielle david deborah delphine denis denise diane didier dimitri dominique
    dorothee edith edouard elena eliane elisa elisabeth elise ella elodie emeline emile emilie
    emma emmanuel emmanuelle enzo eric erika estelle esther etienne eugene eva evelyne fabien
    fabienne fabrice fanny farid fatima felix fernand flavie florence florent florian france
    francis franck francois francoise frederic frederique gabriel gabrielle gael gaelle gaston
    genevieve geoffrey georges gerald geraldine gerard germaine ghislaine gilbert gilles ginette
    gisele gregory guillaume gustave guy gwenaelle hakim hassan helene henri henriette herve
    hortense hubert hugo hugues ines irene isabelle ismael jacky jacqueline jacques jade jean
    jeanne jennifer jeremie jeremy jerome jessica joel joelle johan johanna jonathan joseph
    josette josiane josyane juan jules julia julie julien juliette justine karim karima karine
    katia kevin laetitia laura laure laurence laurent laurie lea leila leo leon leonie leslie
    lilian liliane lina lionel lisa lise loic lola lorraine lou louis louise luc luca lucas
    lucie lucien lucienne ludivine ludovic lydia lydie madeleine maeva magali manon marc marcel
    marcelle margaux margot marguerite maria marianne marie marina marine marion marius marjorie
    martial martine mathieu mathilde matthieu maud maurice max maxime melanie melissa michel
    michele micheline mickael mireille mohamed monique morgane muriel mustapha mylene myriam
    nadege nadia nadine naima nathalie nathan nicolas nicole noel noelle noemie nora odette
    odile olga olivia olivier oceane pascal pascale patrice patricia patrick paul paule paulette
    pauline philippe pierre pierrette quentin rachel rachid raphael raymond raymonde regine
    regis remi remy rene renee richard robert roger roland romain romane rosa rose roselyne
    roxane sabine sabrina said samia samir samuel sandra sandrine sara sarah sebastien serge
    severine simone solange solene sonia sophie stephane stephanie suzanne sylvain sylvette
    sylviane sylvie tanguy tatiana theo theophile therese thibaud thibault thibaut thierry thomas
    tiphaine ugo valentin valentine valerie vanessa veronique victor victoria vincent violette
    virginie viviane xavier yann yannick yasmina yohan yolande youssef yvan yves yvette yvon
    yvonne zoe maelle mael maela gwendoline gwenael ronan erwan killian kylian enora soizic ewen
    abdel abdelkader abdallah ali amina assia bilal djamel fatiha fouad habib ibrahim jamila khaled
    leila malik mehdi mourad moussa nassim nora omar rachida rania salim selim sofia soraya yacine
    youcef zineb ana antonio carlos carmen fernando jose manuel miguel paola paulo pedro rosalie
    alban aloys ambroise anatole anselme aude augustin aurore blaise candice capucine cassandre
    celestin charline charlene clarisse cleo constance cynthia cyprien daphne davy donatien doriane
    edgar edmond edwige eleonore elias elie eliott elisee elvire emeric esteban eugenie fantine
    faustine firmin flora flore gabin gaetan gaspard gauthier geraldine gwladys heloise hermine
    honore ilona ingrid isaac isis ivan jeannine jeannot joachim joanna joris joyce judith laly
    laurine lazare leana leandre leone lilou livia loan loane lorene louane louisa louison luce
    luciano lucile ludmila mae magalie mahaut maia mallory marcelline marceline marco margot
    marilyne marjolaine marlene maryline maryse maryvonne mathis mathias matteo maurine melina
    melodie mickaelle milan milo mina monica nais nathanael nelly ninon noa noam noemi octave
    odilon odin olympe ophelie oriane oscar pamela perrine prune quitterie ralph rafael raphaelle
    rebecca reine remi renaud rolande romaric romuald rosalind sacha salome sasha segolene servane
    sidonie sixtine soline stella stephan sybille sylvestre thais thea timothee titouan tom tristan
    ursule valere violaine vivien wilfried william yael yoann ysaline zelie
    andrew brian catherine chris david diana emily george hannah helen jack karen kate kevin linda
    lucy mark matthew michael niamh patrick rebecca ryan sean simon stephen steven susan
    dede mai john mary peter paul anne james
    """
)

ALSO_LAST_NAMES = vocabulary(
    """
    adrien albert alexandre alexis andre antoine armand arnaud bastien benoit bernard bertrand
    brice charles christophe claude clement colas daniel david denis didier etienne fabre felix
    francois gabriel georges gerard gilbert gilles guillaume henri henry herve hubert hugues
    jacques jean joseph jules julien lambert laurent leon louis lucas marc marcel marie martin
    mathieu maurice michel nicolas noel olivier pascal paul philippe pierre raymond remy rene
    renaud richard robert roger roland romain simon thierry thomas victor vidal vincent xavier
    """
)


_MEN_IN_E = vocabulary(
    """
    pierre philippe dominique claude jerome etienne gregoire guillaume antoine alexandre maxime
    stephane serge patrice eugene baptiste come hippolyte theodore aristide ambroise blaise basile
    emile jules gustave auguste leopold rodolphe christophe wilfride yannicke camille honore andre
    rene aime dede jose prosper achille anatole placide modeste felice mike steve
    george luke jake dave pete joe omer leonce fulgence tanguye gille gilles jeremie timothee elie
    elisee brice fabrice maurice theophile octave anselme leandre sylvestre zacharie alphonse
    barnabe thadee felicien noe herve lazare valere yacine
    """
)
_MEN_IN_A = vocabulary("luca noa noha joshua elia mustapha moussa issa abdoulaye luka sacha")
_WOMEN = vocabulary(
    """
    agnes ines carmen judith edith ruth elisabeth sarah deborah hannah muriel isabel rachel maud
    ingrid astrid margot marion manon lison suzon solenn kelly betty fanny nelly emily lucy gladys
    doris iris lou zoe chloe noemi naomi salome maelys anais lois soizic rozenn enora gwen maelig
    mireille maryvonne jennifer esther gaelig lilas heidi cindy sandy wendy mary isis gwladys nais
    ninon margaux laly lilou carol sharon ann audrey thais chantal magali
    mahaut myriam niamh rosalind zineb annick
    amy jenny ellen karen susan helen jill sue pam deb jo meg beth liz kate judy tess alison
    """
)


_EITHER = vocabulary(
    """
    dominique claude camille sacha lou alex maxence yael andrea nour kim gwen cleo cyrille loan noa
    charlie jacky chris sam pat dany ange morgan robin jo milan louison mallory mai sasha axel
    """
)


def plain_gender_of(first: str) -> str:
    """The same, of names that are known; nothing where the name is not, or is either."""
    head = plain(first).split(maxsplit=1)[0] if plain(first) else ""
    known = FIRST_NAMES | _WOMEN | _MEN_IN_E | _MEN_IN_A
    return gender_of(head) if head in known else ""


def gender_of(first: str) -> str:
    """Guess from a first name in plain form: `f`, `m`, or nothing where it is either."""
    head = first.split("-", maxsplit=1)[0].split(maxsplit=1)[0] if first.split() else ""
    if head in _EITHER:
        return ""
    if head in _WOMEN:
        return "f"
    if head in _MEN_IN_E | _MEN_IN_A or not head:
        return "m" if head else ""
    return "f" if head[-1] in "ae" else "m"
