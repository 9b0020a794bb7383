"""First names common in France: they only help to tell a first name from a last one."""

from bot.understanding.normal import vocabulary

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
    sylviane sylvie tanguy tatiana theo theophile therese thibault thibaut thierry thomas
    tiphaine ugo valentin valentine valerie vanessa veronique victor victoria vincent violette
    virginie viviane xavier yann yannick yasmina yohan yolande youssef yvan yves yvette yvon
    yvonne zoe dede mai john mary peter paul anne james
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
