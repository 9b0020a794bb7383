"""The expressions that tell what a question is about, by weight: the day itself.

Expressions are separated by commas, in the syntax of ``lexicon`` and the normal form; « où » is
written ``oou`` and a time of day ``horloge``. Weights: 5 and more settle against ordinary words,
4 nearly so, 3 and 2 are enough alone, 1 only adds.
"""

from bot.understanding.intents import Intent

DAY: dict[Intent, dict[int, str]] = {
    Intent.DATE: {
        4: """
            quel|quelle jour|date, when is|s (it), what day|date,
            confirmer|confirmez|confirme|preciser|redonner (le|la|de) jour|date
        """,
        3: """
            c est|sera quand, quand est ce, quand _ lieu|deroule|passe|tient, quand c est, la|les
            date|dates, cette semaine ou, vacances scolaire|scolaires, bien|toujours (le) (jeudi)
            5, (la) semaine prochaine ou, date, confirmer|confirmez|confirme|rappeler|connaitre
            le|la jour|date, le jour exact, quels jours
        """,
        2: """
            5 mars|3|03, jeudi 5, decale|decalee|decaler|reporte|reportee|reporter|report, quand,
            when
        """,
        1: "jeudi|jour|mars|fevrier|semaine|journee",
    },
    Intent.HOURS: {
        5: """
            heure|heures (de) debut|fin|arrivee|depart, combien de temps, quel|quelle heure, what
            time
        """,
        4: "l heure de|du|exacte|d, toute la journee, journee complete|entiere",
        3: """
            horaire|horaires, ca|cela|qui dure|durera, duree, en retard, retard, partir|arriver
            (un) (peu) (plus) tot|tard|avant, how long, le|la matin|matinee ou|seulement, que (la)
            matin|matinee|apres, finit|finis|fini|finira|finissez|termine|terminez|terminera,
            commence|commencez|commencera|debute|demarre
        """,
        2: """
            horloge, matinee|demi, heure|heures, tantot, start|starts|end|ends|finish, apres midi,
            on finit, jusqu a quelle heure
        """,
    },
    Intent.PLACE: {
        5: """
            ou|oou _ trouve|rendez|retrouve|situe|tient|deroule, c est dans quel|quelle, on se
            retrouve ou|oou, rendez vous ou|oou, lieu de rendez, ou|oou _
            reunion|journee|salle|formation, ou|oou exactement|precisement, c est|sera ou|oou
            exactement|precisement|deja|deja, l adresse, ca se passe|tient|deroule ou|oou, quel
            coin, adresse (du) lieu|salle|reunion, plusieurs laville, quel laville,
            waze|maps|gps me|m propose|envoie|indique|amene, l|une adresse exacte|precise|complete
        """,
        4: """
            c est ou, ou c est, ou est ce, ou|oou se|ca|cela passe|deroule|tient|trouve, ou|oou
            a|aura lieu, dan|dans quel|quelle
            ville|commune|salle|village|lieu|endroit|batiment|departement, (la) adresse
            exacte|precise|postale, where, quel|quelle est l adresse, ca se passe
        """,
        3: """
            le lieu, lieu, endroit, batiment, situe|situee, code postal, gps, c est quoi l
            adresse, salle, c est oou, c est bien a, dans le 42, dans la loire, salle des fetes,
            maison du parc, a la mairie, rue, plan d acces, laville c est, c est laville, mairie
            de laville, vous etes ou|oou
        """,
        2: "oou, adresse, etage, departement, se deroule",
        1: "laville",
    },
    Intent.ACCESS: {
        5: """
            place|places (de) parking|stationnement, (9) place|places pour garer|stationner,
            sortie d autoroute, get there
        """,
        4: """
            parking|parkin|garer|gares|stationner|stationnement, gare, train|tgv|ter|sncf,
            navette|autocar|bus, un|en|par car, covoiturage|covoiturer|covoit|blablacar,
            itineraire|trajet, autoroute, se|s (y) rend|rendre, comment _
            venir|aller|vient|va|arriver|viens, borne|bornes, verglas|enneige|enneigee|neige,
            transport|transports, car ou, c est loin, carpool, covoit*, stationn*, navette*
        """,
        3: """
            acces, voiture|moto|velo|taxi|metro, (la) route, permis, kilometres|km, loin, on y va,
            depuis, par ou, pneus, recharger|recharge, minutes de
        """,
    },
    Intent.PROGRAMME: {
        7: """
            comprends|comprend pas|rien (a|au|le|l|votre|du) sujet|theme|titre|intitule|programme,
            expliquer|expliquez|explique|resumer|resumez|resume (moi) simplement|en|plus|la|le|ce
        """,
        5: """
            deroulement|deroule de, qu est ce qu|que _ (va)
            faire|fait|voir|aborder|fera|aborde|apprendre|parler, de quoi ca|cela|on, parle de|d
            quoi, theorique ou, pratique ou, c est quoi (l) exploration|un plan|une convention|les
            conventions|les plans|le theme|le sujet|le contenu|la
            journee|articulation|un|une|votre|ce|cette|exactement|au juste|ce truc|comme, ca|cela
            veut|veux dire quoi, l apres midi (on) fait|fera quoi, quels|quel|quelles
            sujet|sujets|theme|themes|thematique|thematiques|ateliers|exemples|outils, en|par
            (petit) petit|petits groupe|groupes, le contenu, va|allez aborder|traiter|parler, est
            ce qu _ parler|parlera|abordera de, parler|parlera|parlez|traite|traitez|question
            (aussi) de|du|des|d, cas pratique|pratiques|concret|concrets, c est interactif,
            parlera|parlez|parler|parle|abordera|aborderez|traitera|evoquera|discutera t on|il
            (de|des|du|d), parlera|abordera|traitera|evoquera|discutera|question (aussi)
            de|des|du|d, va|allez|allons (nous|on|vous) parler|aborder|traiter|evoquer
            de|des|du|d|les|la|le
        """,
        4: """
            programme|programmes, de quoi _ parle|parler|parlera|parlez|agit|question,
            parle|parler|parlez de quoi, c est quoi _ themes|theme|sujet|contenu|deroule, ordre du
            jour, on|nous va|fait|fera|fais (faire) quoi, que|qu _ faire|fait (on) (concretement),
            veut|veux|veulent dire, what is|s it about, powerpoint|powerpoints toute la journee
        """,
        3: """
            contenu|deroule|deroulement|thematique|thematiques|themes|theme|sujet|sujets,
            atelier|ateliers, jeux|jeu de role|roles, decryptage|projection, travail|travaux en|de
            groupe|groupes, c est quoi _
            convention|conventions|articulation|plans|plan|exploration|pratique|cooperation,
            signifie|entendez, ca consiste, topics|schedule, methode|methodes,
            theorique|theorie|pratique ou, interactif|interactive, decrypter, focus, temps
            fort|forts, intitule, cours magistral, magistral|magistraux, echanges, retour|retours
            d experience|experiences
        """,
        2: """
            powerpoint|powerpoints, concretement, au menu, temps d echange, exploration de
            pratique, aborde|abordes|aborder|abordera, exemples, convention|conventions d
            articulation, plans|plan de cooperation
        """,
    },
    Intent.OBJECTIVES: {
        6: """
            va|peut|vont nous|m|me|vous aider, ca nous aide|aidera, va|peut|vont (nous|m|me|vous)
            apporter
        """,
        5: """
            a quoi ca|cela|sert|bon, sert a quoi, va|peut nous|m|me|t|vous apporter, ca|cela
            nous|m|me|vous apporte|apportera|apporter, a quelle|quelles fins|fin, quel|quelle
            (est) le|l|son|la but|objectif|interet|utilite|benefice, quels (sont) les
            objectifs|buts|benefices|enjeux, ca debouche|aboutit|mene sur|a, pourquoi
            venir|participer|cette|une|ce|organiser|organisez|on|faire, qu est ce qu _
            gagne|gagner|apprend|apprendre|apporte|apporter|retire, ca (m|nous|va|vous)
            apporte|apporter|servir|sert|aider, resultats|livrables attendus, a quoi ca|cela
            nous|va|vous|me servir|sert|avance|rime, en quoi ca|c|cela, pour quoi faire, interet
            de|d|a|pour, concretement ca|nous|m apporte, ca rime a quoi, on en retire|sort|tire,
            ca va changer|servir|donner, but de|du, servira|servir a|concretement, c est|est pour
            _ ou (quoi), nous pousser a, derriere|cache une|votre|cette fusion|idee|tete, arriere
            pensee
        """,
        4: """
            objectif|objectifs, finalite|finalites, dans quel but, le but,
            repart|repartir|repartirai|ressort avec, j|on|nous (en) retire, je retire,
            purpose|goals, en tirer, on|j|y gagne|gagner, visee, attendus, retombees, but, vise a,
            benefique, aboutir, quoi bon
        """,
        3: """
            interet, pourquoi, enjeu|enjeux, plus value, utile|utilite, vaut le coup, perdre|perte
            mon|son|du|de temps, ca change quoi, ambition, c est pour _ ou quoi,
            benefice|benefices, why, changer concretement
        """,
    },
    Intent.AUDIENCE: {
        6: """
            c est pour qui, pour les elus|agents|techniciens|associations|citoyens|maires,
            reserve|reservee|reserves|ouvert|ouverte|ouverts|destine|limite
            aux|a|au|qu|uniquement|seulement, ouvert|reserve, je|on|nous suis|est|sommes pas
            de|du|d|dans, venir|viens|participer|etre a|en quatre|cinq|4|5|6|plus|combien|six,
            peut|peux|peuvent|puis (ils|elles|je|on) (aussi) venir|participer|assister|s|m|etre,
            avoir|a|as|ai|ont le droit, qui est concerne|vise|invite|cible|admis, suis|est|sommes
            je|on|il|nous concerne|concernee|concernes|eligible|invite|admis, quel|quelle|quels
            public|profil|profils, accepte|acceptez|acceptez|prenez (vous) les|des|un|une, sans
            elu|collegue|elue|agent|mandat, venir|viens|vient _ seul|seule|seuls, tout seul|seule,
            tout le monde, n importe qui, besoin d etre|un|une, un elu dans, peut on|je (y)
            venir|participer|assister, faut|obligation (il)
            (forcement|absolument|obligatoirement|d) (etre)
            elu|elue|agent|adherent|membre|deux|trois|binome|trinome|2|3
        """,
        5: """
            sans binome, pour qui, venir|viens|participer|inscrire seul|seule,
            ouvert|ouverte|reserve|reservee|destine|destinee|accessible a|aux|uniquement,
            a|as|ont|ai (le) droit (de) venir|participer|assister, who can, s adresse, mettre en
            binome, a qui s adresse, qui peut|peux venir|participer|s, hors
            du|de|la|region|rhone|departement|territoire|loire, autre|autres
            region|departement|departements, d ailleurs, on|je peut|peux (quand) meme, on|nous
            est|sommes|sera|serait quatre|4|cinq|5|six|6, pose probleme, pas de|du|dans|d (la)
            rhone|region|departement|loire|secteur|coin|territoire, d un|une autre
            region|departement|territoire
        """,
        4: """
            benevole|benevoles, prive|prives, grand public, prerequis|pre requis, niveau requis,
            habitant|habitants, profil
        """,
        3: """
            je|j|on|il|elle|ils peux|peut|peuvent|peu venir|participer|assister, puis je
            venir|participer, peuvent|peut (ils|elles|on) venir|participer|assister,
            obligatoirement|obligatoire|oblige|obliges,
            admis|admise|admises|acceptes|acceptees|accepte|acceptee|eligible|bienvenus|bienvenue,
            hors region|departement|territoire, concerne|concernes|concernee|concernees, public
            vise|cible, public, associations|association,
            stagiaire|etudiant|etudiante|etudiants|consultant|consultants|independants|independant,
            reserve aux, seul|seule sur mon, a quatre|4|cinq, pas|ni elu|elue|agent, c est quoi
            (un) trinome|binome, faut _ etre
        """,
        2: """
            seul|seule|tout seul, binome|trinome,
            entreprise|entreprises|particulier|particuliers|citoyen|citoyens|retraite|retraites,
            droit
        """,
    },
    Intent.SPEAKERS: {
        6: """
            nom de|du|des (la) dame|monsieur|personne|gens, mene|menera|conduit|dirige|pilote
            la|cette|l journee|animation|reunion|seance
        """,
        5: """
            qui est|sont|c _ lecontact|lintervenant, c est qui _
            lecontact|lintervenant, qui
            parle|parlera|anime|animera|animent|intervient|presente|interviendra, qui _ parler,
            qui _ parole, who speaks|leads|is, qui va|vont
            animer|intervenir|parler|presenter|nous|faire, c est qui _
            intervenants|animateurs|formateurs|animatrices|intervenantes, nom du|de|des _
            formateur|formatrice|animateur|animatrice|intervenants, qui sera|seront la pour, qui
            vient|viennent parler|nous|temoigner, qui prend|prendra|aura la parole, qui fait|fera
            l|la intervention|animation|formation|presentation, c est vous qui
            animez|parlez|intervenez, anime par qui, qui sont|est ces|les|la|le|cette|ce|vos|leurs
            personnes|dames|dame|gens|personne|monsieur
        """,
        4: """
            intervenant|intervenants|intervenante|intervenantes,
            anime|animera|animent|anime|animateur|animateurs|animatrice|animatrices|animation,
            formateur|formateurs|formatrice|formatrices, conferencier|conferenciers,
            orateur|orateurs, speaker|speakers, lintervenant, madame|mme
            lintervenant|lecontact, interven*, intervien*, animateur*, animatrice*, conferenc*
        """,
        3: """
            expert|experts, directrice, interviennent|intervient, prend|prendra la parole,
            temoin|temoins|temoignage|temoignages, invite|invites, chercheur|chercheurs,
            universitaire|universitaires, leur|leurs parcours|fonction|fonctions,
            facilitateur|facilitatrice
        """,
        2: "lecontact",
    },
    Intent.ORGANISER: {
        6: """
            lorganisme, qui organise, qui etes vous, vous etes qui, qui est|sont|se derriere|cache,
            qui finance, c est (vous) qui organise|organisez|derriere|finance, qui finance|paye
            ca|cette|la, who organises|organizes|are, c est qui _
            lorganisme|organise|organisateur|vous, organise|organisee|monte|porte|porte|pilote par,
            c est qui vous|qui organise, vous dependez|faites partie de, votre
            structure|organisme|association|organisation|boite|societe, qui vous
            paie|paye|finance|envoie, vous etes (une)
            asso|association|organisme|service|entreprise, qui est a l origine, qui
            pilote|porte|gere|invite|propose|monte, qui _ organise, c est quoi cap|votre|capr*, c
            est serieux, une arnaque, avec quel argent,
            organise|organisee|finance|financee|propose|proposee|porte|portee par|avec,
            partenaire|partenaires, organiser|organises|organisees|finance par|avec, organis* par
        """,
        4: """
            organisateur|organisateurs|organisatrice, organisme, arnaque, serieux, qui vous etes
        """,
        3: """
            organise|organisez|organisent|organisation, finance|financee|financent|finances
        """,
    },
}
