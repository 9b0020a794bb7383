"""The expressions that tell what a question is about, by weight.

One expression a line, in the syntax of ``lexicon`` and the normal form; « où » is written ``oou``
and a time of day ``horloge``. Weights: 5 settles against ordinary words, 4 nearly so, 3 and 2 are
enough alone, 1 only adds. A negative weight takes from an intent that shares a word.
"""

from bot.reading.intents import Intent

CLUES: dict[Intent, dict[int, str]] = {
    Intent.DATE: {
        4: """
            quel|quelle jour|date
            when is|s it?
            what day|date
        """,
        3: """
            c est|sera quand
            quand est ce
            quand _ lieu|deroule|passe|tient
            quand c est
            la|les date|dates
            cette semaine ou
            vacances scolaires?
            bien|toujours le? jeudi? 5
            la? semaine prochaine ou
            date
        """,
        2: """
            5 mars|3|03
            jeudi 5
            decale|decalee|decaler|reporte|reportee|reporter|report
            quand
            when
        """,
        1: """
            jeudi|jour|mars|fevrier|semaine|journee
        """,
    },
    Intent.HOURS: {
        5: """
            heure|heures de? debut|fin|arrivee|depart
            combien de temps
            quel|quelle heure
            what time
        """,
        3: """
            horaire|horaires
            ca|cela|qui dure|durera
            duree
            en retard
            retard
            partir|arriver un? peu? plus? tot|tard|avant
            how long
            le|la matin|matinee ou|seulement
            que la? matin|matinee|apres
            finit|finis|fini|finira|finissez|termine|terminez|terminera
            commence|commencez|commencera|debute|demarre
        """,
        2: """
            horloge
            matinee|demi
            heure|heures
            tantot
            start|starts|end|ends|finish
            apres midi
            on finit
            jusqu a quelle heure
        """,
    },
    Intent.PLACE: {
        4: """
            c est ou
            ou c est
            ou est ce
            ou|oou se|ca|cela passe|deroule|tient|trouve
            ou|oou a|aura lieu
            dans? quel|quelle ville|commune|salle|village|lieu|endroit|batiment|departement
            la? adresse exacte|precise|postale
            where
            quel|quelle est l adresse
            ca se passe
        """,
        3: """
            le lieu
            lieu
            endroit
            batiment
            situe|situee
            code postal
            gps
            c est quoi l adresse
            salle
            c est oou
            c est bien a
        """,
        2: """
            oou
            adresse
            etage
            departement
            se deroule
        """,
        1: "pelussin",
    },
    Intent.ACCESS: {
        5: """
            place|places de? parking|stationnement
            9? place|places pour garer|stationner
            sortie d autoroute
            get there
        """,
        4: """
            parking|parkin|garer|gares|stationner|stationnement
            gare
            train|tgv|ter|sncf
            navette|autocar|bus
            un|en|par car
            covoiturage|covoiturer|covoit|blablacar
            itineraire|trajet
            autoroute
            se|s y? rend|rendre
            comment _ venir|aller|vient|va|arriver|viens
            borne|bornes
            verglas|enneige|enneigee|neige
            transport|transports
            car ou
            c est loin
            carpool
        """,
        3: """
            acces
            voiture|moto|velo|taxi|metro
            la? route
            permis
            kilometres|km
            loin
            on y va
            depuis
            par ou
            pneus
            recharger|recharge
            minutes de
        """,
    },
    Intent.PROGRAMME: {
        4: """
            programme|programmes
            de quoi _ parle|parler|parlera|parlez|agit|question
            parle|parler|parlez de quoi
            c est quoi _ themes|theme|sujet|contenu|deroule
            ordre du jour
            on|nous va|fait|fera|fais faire? quoi
            que|qu _ faire|fait on? concretement?
            veut|veux|veulent dire
            what is|s it about
            powerpoint|powerpoints toute la journee
        """,
        3: """
            contenu|deroule|deroulement|thematique|thematiques|themes|theme|sujet|sujets
            atelier|ateliers
            jeux|jeu de role|roles
            decryptage|projection
            travail|travaux en|de groupe|groupes
            c est quoi _ convention|conventions|articulation|plans|plan|exploration|pratique|cooperation
            signifie|entendez
            ca consiste
            topics|schedule
            methode|methodes
            theorique|theorie|pratique ou
        """,
        2: """
            powerpoint|powerpoints
            concretement
            au menu
            temps d echange
            exploration de pratique
            aborde|abordes|aborder|abordera
            exemples
            convention|conventions d articulation
            plans|plan de cooperation
        """,
    },
    Intent.OBJECTIVES: {
        5: """
            a quoi ca|cela|sert|bon
            sert a quoi
            va|peut nous|m|me|t|vous apporter
            ca|cela nous|m|me|vous apporte|apportera|apporter
            a quelles? fins|fin
        """,
        4: """
            objectif|objectifs
            finalite|finalites
            dans quel but
            le but
            repart|repartir|repartirai|ressort avec
            j|on|nous en? retire
            je retire
            purpose|goals
            en tirer
            on|j|y gagne|gagner
        """,
        3: """
            interet
            pourquoi
            enjeu|enjeux
            plus value
            utile|utilite
            vaut le coup
            perdre|perte mon|son|du|de temps
            ca change quoi
            ambition
            c est pour _ ou quoi
            benefice|benefices
            why
            changer concretement
        """,
    },
    Intent.AUDIENCE: {
        5: """
            sans binome
            pour qui
            venir|viens|participer|inscrire seul|seule
            ouvert|ouverte|reserve|reservee|destine|destinee|accessible a|aux|uniquement
            a|as|ont|ai le? droit de? venir|participer|assister
            who can
            s adresse
            mettre en binome
            a qui s adresse
            qui peut|peux venir|participer|s
        """,
        3: """
            je|j|on|il|elle|ils peux|peut|peuvent|peu venir|participer|assister
            puis je venir|participer
            peuvent|peut ils|elles|on? venir|participer|assister
            obligatoirement|obligatoire|oblige|obliges
            admis|admise|admises|acceptes|acceptees|accepte|acceptee|eligible|bienvenus|bienvenue
            hors region|departement|territoire
            concerne|concernes|concernee|concernees
            public vise|cible
            public
            associations|association
            stagiaire|etudiant|etudiante|etudiants|consultant|consultants|independants|independant
            reserve aux
            seul|seule sur mon
            a quatre|4|cinq
            pas|ni elu|elue|agent
            c est quoi un? trinome|binome
            faut _ etre
        """,
        2: """
            seul|seule|tout seul
            binome|trinome
            entreprise|entreprises|particulier|particuliers|citoyen|citoyens|retraite|retraites
            droit
        """,
    },
    Intent.SPEAKERS: {
        5: """
            qui est|sont|c _ dominique|bernier|anne|carton
            c est qui _ dominique|bernier|anne|carton
            qui parle|parlera|anime|animera|animent|intervient|presente|interviendra
            qui _ parler
            qui _ parole
            who speaks|leads|is
        """,
        4: """
            intervenant|intervenants|intervenante|intervenantes
            anime|animera|animent|anime|animateur|animateurs|animatrice|animatrices|animation
            formateur|formateurs|formatrice|formatrices
            conferencier|conferenciers
            orateur|orateurs
            speaker|speakers
            anne carton
            madame|mme carton|bernier
        """,
        3: """
            expert|experts
            directrice
            carton
            interviennent|intervient
            prend|prendra la parole
        """,
        2: "dominique bernier",
    },
    Intent.SEATS: {
        5: """
            reste|restent|reste t il|ils _ place|places
            combien de? place|places|participants|personnes|monde|inscrits|serons
            encore _ place|places
            place|places restantes|restante|disponible|disponibles|libre|libres
            de la place
            how many
            seats
            nombre de? places|participants|personnes
            vous etes|serez|seront combien
            combien _ inscrits
            on est|sera|serait combien
        """,
        3: """
            complet|complete
            c est plein
            jauge|quota|capacite
            disponible|disponibles encore
            encore disponible
            limite|limiter a
            combien on sera|serons|etes
            places|place
            sold out
            full
        """,
        2: "disponible|disponibles",
    },
    Intent.REGISTER: {
        5: """
            inscrivez|inscris|inscrire|inscrit moi|nous
            reserver|reserve|reservez|retenir|bloquer|bloquez _ place|places
            garde|gardez|garder _ place|places
            confirme|confirmons ma|notre presence|venue|participation
            place _ prend|prends|prendre|prenons
            places? je|on l|le|les ai|prend|prends
            lien|formulaire|bouton du|d formulaire|inscription
            bulletin d inscription
            prenez|prendre les|une|l inscription|inscriptions
        """,
        4: """
            m|nous|s|l inscri|inscrire|inscris|inscrit|inscrivons|inscrive
            formulaire
            je|on|nous veux|voudrais|veut|voudrait|souhaite|aimerais|souhaiterais _ venir|participer|inscrire
            j|nous aimerais|aimerions|souhaiterions _ venir|participer|inscrire|etre
            comment|ou|oou _ inscrire|inscription|inscrit
            on|j en est|suis
            banco
            comptez|compte sur|moi|nous
            register|enrol|enroll
            sign up
            inscrire|inscriptions|inscription a|pour
            preneur|preneuse|partant|partante|partants
            join
            commence|commencer a m inscrire
            ajoutez|ajoute|mettez|mets|note|notez moi|nous a|sur|pour|dans|comme la? liste|participants?
            je participe|participerai
        """,
        3: """
            inscription|inscriptions
            inscrire|inscris|inscrivez
            interesse|interessee|interesses|interessees
            je|on|nous viens|viendrai|viendra|venons|viendrons|vient
            notez|note|mettez moi|nous
            participer
        """,
    },
    Intent.CHANGE: {
        6: """
            a|au la? place|lieu de|d
            remplacer|remplace|remplacera|remplacez|remplacement
            retirer une? personne|collegue
            retirer|enlever|supprimer un|une|mon|ma|notre collegue|personne|membre
            prend|prendra|prends la suite
            vient|viendra _ place
        """,
        5: """
            modifier|modifie|modification|modifications|modifiez
            changer|change|changez|changement|changements|changerai
            corriger|corrige|corrigez|correction|rectifier|rectifiez
            ajouter|ajoute|ajoutez|rajouter|rajoute|rajoutez|ajout
            mettre a jour
            trompe|trompee|trompes
            nouveau|nouvelle mail|numero|adresse|telephone|portable
            faute|erreur dans|sur|a
            mal ecrit|orthographie|orthographiee
            update
        """,
        3: "erreur|coquille|faute\nen plus",
    },
    Intent.CANCEL: {
        6: """
            annulez|annule|annuler mon|ma|notre|moi|l|la
            sortez|sors|sortir|enlevez|enleve|enlever|retirez|retire|retirer|rayez|virez moi|nous
            m|nous enlever|retirer|desinscrire|desister|rayer
            desinscrire|desinscription|desinscrivez|desinscris
            laisse|laissons|laisser|laissez tomber
            jette|jetons|jeter l eponge
            can t come|make
        """,
        5: """
            pourrai|pourrais|pourra|pourrons|peux|peut|pouvons|vais|va|allons plus|pas pouvoir? y? venir|etre|assister|participer|aller
            viens|viendrai|vient|viendra|viendrons|venons plus|pas
            empechement|empeche|empechee
            renonce|renoncer|renoncons
            decline|decliner|declinons
            me|se|nous|m desister|desiste|desistons
            faux bond
            peut|peux|peuvent plus
            va pas le faire
            va pas etre possible
            forfait
        """,
        4: """
            annuler|annule|annulez|annulation|annulons
            desister|desiste|desistement
            absent|absente|absents
            cancel|cancellation
            serai|serons|sera pas|plus des|la|disponible|present|presente
            contretemps
        """,
    },
    Intent.MINE: {
        5: """
            suis|sommes|est je|on|nous? bien|deja|toujours|pas? inscrit|inscrite|inscrits|inscri|enregistre|enregistree
            je|on|nous suis|est|sommes bien|deja? inscrit|inscrite|inscrits|inscri|inscrites|enregistre
            recu|recue|recois|avoir _ confirmation
            inscription _ pris|prise|prises|enregistre|enregistree|valide|validee|confirmee|passee|marche
            mon|ma|notre inscription
            il|elle|collegue|binome|maire est|etait bien|deja? inscrit|inscrite
            my registration|booking|seat
            valide|validee jusqu
            si j ai valide
            bien ete pris|prise|enregistre|enregistree|recu|recue
            suis je|bien dans|sur la liste
            a quel nom
        """,
        3: """
            confirmation
            mon code
            mon dossier
            recapitulatif|recap
            j ai bien? valide
            inscrit|inscrite|inscrits avec
            ai|avons bien|deja repondu|rempli
        """,
    },
    Intent.WAITING_LIST: {
        7: """
            prevenez|previens|prevenir|prevenu|prevenue|avertissez|appelez|appeler _ desiste|desistement|libere|place
            si|quand _ se desiste
        """,
        6: """
            liste d attente|attentes
            waiting list
            se libere|liberait|liberer
            en|file d? attente
            devant moi|nous
            place libere|liberee|liberees
        """,
        4: "rang\nattente\ndesistements\nlibere|liberent",
    },
    Intent.CONTACT: {
        5: """
            qui contacter|appeler|joindre|ecrire|appelle|prevenir
            a qui ecrire|telephoner|parler|demander|adresser|poser
            appelle|appeler|contacte|joindre qui
            adresse mail|email|electronique|courriel
            mail|email|numero|telephone|portable|tel de|du|d dominique|madame|mme|bernier|contact|l
            votre|un|le numero|telephone|portable|mail|email|courriel
            numero de telephone
            06 66
            un 06
            mail|email pour vous|poser
            ou|oou appeler|ecrire|telephoner
            par mail|telephone|email _ joindre|contacter
        """,
        4: """
            contact|contacts|contacter|contactez
            coordonnees
            joindre|joignable|joignables
            vous|te|t appeler|telephoner|ecrire|joindre
        """,
        2: "numero|telephone|mail|email|courriel|portable\ndominique|bernier\nphone|call",
    },
    Intent.PRICE: {
        5: """
            combien ca|c|cela est|coute|coutera|fait
            c est combien
            dans les combien
            combien coute|vaut
            sans|des|de|les frais
            prise|pris en charge
            how much
            a notre|nos|ma charge|frais
            bon de commande
        """,
        4: """
            tarif|tarifs|prix|cout|couts|coute|couter
            payant|payante|payantes|gratuit|gratuite|gratos|gratuitement
            payer|paye|paie|payez|paiement|regler|reglement
            facture|factures|facturee|facturees|facturation|facturer|facturez
            cheque|euros|euro|virement
            rembourse|rembourses|remboursement|rembourser|remboursee
            cost|price|fee|free|pay
            devis
            participation financiere
        """,
        2: "cher|chere\nfrais|budget\nopco|cnfpt",
    },
    Intent.MEAL: {
        4: """
            repas
            manger|mange|mangera|bouffe|bouffer
            dejeuner|dejeune|dejeunera|dejeunons
            dejeuner|diner de midi
            cafe|the d? accueil
            restaurant|restaurants|resto|restos|bistrot|brasserie|cantine|traiteur|buffet
            vegetarien|vegetarienne|vegan|vegane|hallal|halal|casher|kasher|gluten|allergie|allergies|allergique
            sandwich|sandwichs
            casse croute
            pique nique
            regime|menu vegetarien
            lunch|food|eat|meal
            apero|aperitif|gouter
            porc
        """,
        3: "midi\ncafe\ndiner\nregime\nboire",
    },
    Intent.LODGING: {
        5: """
            hotel|hotels
            gite|gites
            dormir|dort
            hebergement|hebergements|heberger|heberge
            loger|logement|logements
            coucher|couche
            chambre|chambres d? hote|hotes?
            camping|auberge|airbnb
            passer la nuit
            accommodation|sleep|stay
        """,
        3: "nuit|nuitee|nuits\nchambre|chambres\narriver la veille",
    },
    Intent.CERTIFICATE: {
        6: """
            attestation|attestations
            certificat|certificats
            convocation|convocations
            emargement|demargement|emarger
            justificatif|justificatifs
            convention de formation
            ordre de mission
            feuille de presence
            compte|compter|comptera comme _ formation
            signe|papier comme quoi|que
            certificate
            papier|document|preuve pour mon|ma chef|employeur|patron|rh|drh
        """,
        3: "preuve\ndiplome\nsigne|tampon\njustifier",
    },
    Intent.ACCESSIBILITY: {
        6: """
            handicap|handicape|handicapee|handicapes
            fauteuil|roulant|pmr|wheelchair
            mobilite reduite
            sourd|sourde|malentendant|malentendante|deaf
            malvoyant|malvoyante|aveugle|blind
            boucle magnetique
            chien guide
            langue des signes
            lsf
            escalier|escaliers|ascenseur|marches
            mal|peine a marcher|marche|entendre|voir|monter
            bequille|bequilles|canne
            deficient|deficiente
            enceinte
            appareillee|appareille
            plain pied
        """,
        3: "accessible\naccessibilite\nsante\nentends|vois mal|pas",
    },
    Intent.REMINDER: {
        5: """
            message|sms|mail|notification|mot avant|veille
            la veille
            faites|fais|faire|ferez signe
            vais|peur|risque d? oublier
            reminder|remind
            pense bete
            message|sms|mail de rappel
            un|le|les|de|pas rappel|rappels
        """,
        4: "rappel|rappels\nrelance|relancer|relancez|relances",
        3: "rappelez|rappelle|rappeler moi|nous\noublie|oublier\nnotification|notifications",
    },
    Intent.PRIVACY: {
        6: """
            informatique et libertes
            rgpd|cnil
            confidentiel|confidentielle|confidentialite|confidentiels|confidentielles
            vie privee
            droit a|d|de l? image|acces|rectification|oubli
            liste des inscrits|participants
            qui _ voir|voit|verra|acces
            que|quoi _ mes|nos|les donnees
            mon nom _ affiche|publie|visible|diffuse|affichee
            donner mon|ma|mes portable|numero|mail|nom|adresse|telephone a
            mes|nos|les|ses donnees|informations
            liste de spam|spams|diffusion
            qui _ inscrits|inscrit
            privacy|data
        """,
        4: """
            donnees
            transmis|transmise|transmises|transmettez|revendu|revendues|revendez|partagees|partages
            supprimez|supprime|supprimer|effacer|effacez|efface
            conserve|conservez|conservees|gardez|gardees vous|combien|longtemps?
            stocke|stockees|heberge
        """,
        3: "spam|spams\nphoto|photos\naffiche|visible",
        2: "mon|mes numero|mail|nom|coordonnees|adresse",
    },
    Intent.ORGANISER: {
        6: """
            cap rural
            qui organise
            qui etes vous
            vous etes qui
            qui est|sont|se derriere|cache
            qui finance
            c est vous? qui organise|organisez|derriere|finance
            qui finance|paye ca|cette|la
            who organises|organizes|are
        """,
        4: "organisateur|organisateurs|organisatrice\norganisme\narnaque\nserieux\nqui vous etes",
        3: "organise|organisez|organisent|organisation\nfinance|financee|financent|finances",
    },
    Intent.GREETING: {
        2: """
            bonjour|bonsoir|salut|hello|hi|coucou|start|hey|yo|re
            good morning|evening|afternoon
        """,
    },
    Intent.THANKS: {
        2: """
            merci|thanks|thx
            thank you
            au revoir
            nickel|parfait|super|impeccable|genial|top|cool|entendu|bye|ciao|ok|okay|tip
            bonne journee|soiree|continuation
            c est note|bon|parfait|gentil|super
            a bientot|jeudi|demain|plus
            d accord
            bien recu|note
            ca marche|roule
        """,
    },
    Intent.HUMAN: {
        6: """
            parler|discuter|echanger|causer a|avec un? quelqu|humain|vrai|vraie|personne|une|conseiller|dominique|responsable
            passez|passe moi
            rappelez|rappelle|rappeler|rapellez|rappeller|rapeler moi|nous au|sur|a|dans|ce
            etre rappele|rappelee|recontacte|recontactee
            au bout du fil
            un? vrai|vraie personne|humain|gens|etre
            talk|speak to
        """,
        4: """
            de vive voix
            secretaire chez vous
            ras le bol des? robot|robots|machine|machines
            robot|robots _ secretaire|personne|humain
            humain|humaine
            standard|operateur|operatrice
            avoir|joindre quelqu|une
            rappeler|rappelez|rappelle moi
            appelez|appelle moi
            human
            recontacter|recontactez moi|nous
        """,
        2: "quelqu un\nrobots|machine\nsecretaire",
    },
    Intent.HELP: {
        6: """
            es|etes|est tu|vous|ce un|une|vraiment etre? robot|humain|humaine|machine|automate|etre|bot|personne|ordinateur
            t|tu|vous es|etes un|une robot|bot|machine|humain|automate|vrai
            comment ca marche|fonctionne
            je|on fais|fait|dois|doit faire? quoi maintenant|la
            quelles questions
            mode d emploi
            tu|vous sais|savez|peux|pouvez faire? quoi
            que|quoi|qu _ sais|savez|peux|pouvez vous|tu faire|repondre
            revenir|reveni|retourner au debut|menu|depart
        """,
        4: """
            aide|aider|aidez|help
            menu
            bouton|boutons
            appuyer|appuie|cliquer
            comprends|comprend|compris pas|rien
            suis|sommes perdu|perdue|perdus
            besoin d aide
            automate
            comment on fait pour
        """,
        2: "perdu|perdue\nrobot|bot",
    },
    Intent.REMOTE: {
        5: """
            visio|visioconference|visios
            a distance
            distanciel
            zoom|teams|skype|webinaire|replay
            retransmis|retransmission|retransmise|retransmettre
            connecter|connecte|connection
            de|depuis chez nous|moi|soi
            en ligne
            online|remote|remotely
            filme|filmee|filmer|filmes
            en direct|video|streaming
        """,
        3: "enregistrement|enregistree\nvideo|videos\nordi\nse connecter",
    },
    Intent.DOCUMENTS: {
        6: """
            compte|comptes rendu|rendus
            actes de la
            apporter|amener|ramener|prevoir|preparer|emporter quoi|quelque|des|un|notre|nos|son|mon
            quoi|que|qu _ apporter|amener|preparer|prevoir|ramener
            quelque chose a apporter|amener|preparer|lire
        """,
        5: """
            diapo|diapos|diaporama|slides
            plaquette|flyer
            support|supports
            document|documents|documentation
            power point
            doit|faut|dois il|je|on? apporter|amener|preparer|prevoir
            recevoir|envoyer _ presentation|presentations
        """,
        3: "pdf|handouts\nactes\nsynthese\napporter|amener|preparer\nprendre des? notes",
    },
    Intent.DEADLINE: {
        7: """
            date|jour limite|butoir
            jusqu a|au quand|quel|quelle
            jusqua quand
            jusque quand
            avant quand|quelle
            au plus tard
            deadline
            quand _ limite|dernier|cloture|clos
            inscriptions? _ close|closes|ferment|fermees|cloturees
        """,
        5: """
            delai|delais
            echeance
            donner|envoyer|parvenir ma|notre|la|une reponse
            dernier|derniere moment|jour|limite
            trop tard pour
            cloture|clot
            reponse lundi|mardi|mercredi|demain|plus
            encore temps
        """,
        3: "feu vert\ntrop tard\nme decider\nreflechir\nattendre|attends _ accord|reponse|reunion|conseil|bureau",
    },
    Intent.OTHER_SESSION: {
        7: """
            autre|autres|dautre|dautres session|sessions|date|dates|journee|journees|edition|editions|fois|seance|rencontre
            prochaine|prochaines|nouvelle|nouvelles session|sessions|fois|edition|journee|date
            another|next session|date|one|time
            a une|d autre|autres date|dates|session
            faites|ferez|fera|faire _ un|le samedi|lundi|mardi|mercredi|vendredi
        """,
        6: """
            refaites|refait|refaire|referez|refera|refaire
            reconduit|reconduite|reconduire|renouvele|renouvelee
            l an|annee prochain|prochaine
            plus pres de
            ailleurs
            un samedi|lundi|mardi|mercredi|vendredi
            a nouveau|cette annee
        """,
    },
    Intent.OTHER_QUESTION: {
        6: """
            wifi|wi fi
            costard|cravate|costume|tenue|habiller|habille
            journaliste|journalistes|presse|reportage
            brochure|brochures|kakemono|stand
            garde d enfants|enfant
            creche
            vestiaire|fumer
            prises electriques
            videoprojecteur|micro
            dress code
        """,
        3: "chien|animaux\ninternet",
    },
    Intent.OFF_TOPIC: {
        9: """
            meteo
            temps fera|fait|il
            pharmacie|medecin|docteur|dentiste|veterinaire|hopital
            caf|prefet|prefecture|impots|rsa|hlm|urssaf
            pole emploi
            concert|cinema|festival|brocante|vogue|theatre
            vide grenier
            recette|blague|blagues|horoscope|loto|chanson
            programme? tele
            foot|football|rugby|match|coupe du monde
            listes? electorales?
            premiers secours
            repas des anciens
            iphone|cliquez|bitcoin|crypto|casino|selectionne|selectionnee
            ma belle|cherie|mignonne|bebe
            coupe du monde
            the voice
            canal
            baccalaureat|college|lycee|rentree scolaire?
            carte d identite
            carte grise
            passeport|passeports
            permis de construire|conduire
            poubelles|dechetterie|piscine|mediatheque
            marrakech|espagne|londres
            macron|hollande|sarkozy|trump|poutine
            franco|allemande
            reforme|dotations|augmente
            l addition
            acheter|achete|vends|vendre|vente
            abonnement
            mon chat
            aujourd hui quel
            quel jour on est
            connard|conne|merde|salope|idiot|idiote|encule|abruti
        """,
        4: "ce soir\nc est quoi|qui _ president|capitale",
    },
}
