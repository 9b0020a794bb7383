"""The expressions that tell what a question is about, by weight: what surrounds the day.

Expressions are separated by commas, in the syntax of ``lexicon`` and the normal form; « où » is
written ``oou`` and a time of day ``horloge``. Weights: 5 and more settle against ordinary words,
4 nearly so, 3 and 2 are enough alone, 1 only adds.
"""

from bot.understanding.intents import Intent

AROUND: dict[Intent, dict[int, str]] = {
    Intent.CONTACT: {
        5: """
            qui contacter|appeler|joindre|ecrire|appelle|prevenir, a qui
            ecrire|telephoner|parler|demander|adresser|poser, appelle|appeler|contacte|joindre
            qui, adresse mail|email|electronique|courriel,
            mail|email|numero|telephone|portable|tel de|du|d
            lecontact|madame|mme|contact|l, votre|un|le
            numero|telephone|portable|mail|email|courriel, numero de telephone, 06 66, un 06,
            mail|email pour vous|poser, ou|oou appeler|ecrire|telephoner, par mail|telephone|email
            _ joindre|contacter, qui je|on|dois|peut
            contacter|appeler|appelle|joindre|contacte|joins, appelle|apelle|appele qui, j|on
            appelle qui, le|son|leur|un|vos|votre numero|mail|tel|telephone|email|coordonnees,
            comment vous|la|le|les joindre|contacter, quel numero|mail|email|telephone, a qui|quel
            on|je m|s|adresse|adresser
        """,
        4: """
            contact|contacts|contacter|contactez, coordonnees, joindre|joignable|joignables,
            vous|te|t appeler|telephoner|ecrire|joindre
        """,
        2: """
            numero|telephone|mail|email|courriel|portable, lecontact, phone|call
        """,
    },
    Intent.PRICE: {
        6: "faut|faudra il|t (il) un|une bon|devis|cheque",
        5: """
            combien ca|c|cela est|coute|coutera|fait, c est combien, dans les combien, combien
            coute|vaut, sans|des|de|les frais, prise|pris en charge, how much, a notre|nos|ma
            charge|frais, bon de commande, faut (il|on) payer|regler, combien
            on|nous|je|faut|doit|vous|coute, quel|quelle|quels|kel prix|tarif|cout|montant|budget,
            frais de|d, frais, la|une participation, defraiement|defraye|defrayes,
            rembourse|remboursez|remboursent|rembourser, ca|cela|sa coute|coutera|revient, a
            combien|cher, indemnite|indemnites|indemnise, le prix|tarif, adhesion, pris sur,
            dif|droit individuel, de l argent|l oseille|thune|sous|balles, combien de
            sous|balles|euros|thunes, factur*, qui paie|paye, mandat administratif, mandat, siret,
            chorus, engagement comptable, convention financiere
        """,
        4: """
            tarif|tarifs|prix|cout|couts|coute|couter,
            payant|payante|payantes|gratuit|gratuite|gratos|gratuitement,
            payer|paye|paie|payez|paiement|regler|reglement,
            facture|factures|facturee|facturees|facturation|facturer|facturez,
            cheque|euros|euro|virement, rembourse|rembourses|remboursement|rembourser|remboursee,
            cost|price|fee|free|pay, devis, participation financiere, montant, acompte|caution,
            rib|iban, cout*, pognon|fric|thune|oseille, gratis|gratuite, subvention|subventions,
            combien, pay*, factur*, rembours*, gratui*, tarif*
        """,
        2: "cher|chere, frais|budget, opco|cnfpt",
    },
    Intent.MEAL: {
        5: """
            on|nous mange|mangera|mangez, a manger, repas compris|inclus|prevu|sur|du|de|fourni,
            (pause) (de) dejeuner, pause de midi, on amene son|le|notre|un, gamelle, panier repas,
            le midi, a midi, pour midi, petit dejeuner, cafe (d) accueil,
            nourriture|nourri|nourris, restauration, se restaurer, plat|plats|assiette, sans
            gluten|porc|viande, viande|poisson, manje|mange, une collation, resto|restaurant,
            le|au|un|du restau|resto|restaurant, c est quoi le menu, menu du midi|jour|repas, au
            menu a|ce
        """,
        4: """
            repas, manger|mange|mangera|bouffe|bouffer, dejeuner|dejeune|dejeunera|dejeunons,
            dejeuner|diner de midi, cafe|the (d) accueil,
            restaurant|restaurants|resto|restos|bistrot|brasserie|cantine|traiteur|buffet,
            vegetarien|vegetarienne|vegan|vegane|hallal|halal|casher|kasher|gluten|allergie|allergies|allergique,
            sandwich|sandwichs, casse croute, pique nique, regime|menu vegetarien,
            lunch|food|eat|meal, apero|aperitif|gouter, porc, casse dalle|croute, bouffe,
            boisson|boissons, eau, croissant|croissants, intolerant|intolerante|intolerance,
            vegetarien|vegetariens, fromage, food truck, dejeun*, vegeta*, allergi*, intoleran*
        """,
        3: "midi, cafe, diner, regime, boire",
    },
    Intent.LODGING: {
        5: """
            hotel|hotels, gite|gites, dormir|dort, hebergement|hebergements|heberger|heberge,
            loger|logement|logements, coucher|couche, chambre|chambres (d) hote|hote|hotes,
            camping|auberge|airbnb, passer la nuit, accommodation|sleep|stay, heberg*, hotel*
        """,
        4: "ou|oou dormir|loger|coucher, la veille au soir, pieuter|crecher",
        3: "nuit|nuitee|nuits, chambre|chambres, arriver la veille",
    },
    Intent.CERTIFICATE: {
        6: """
            attestation|attestations, certificat|certificats, convocation|convocations,
            emargement|demargement|emarger, justificatif|justificatifs, convention de formation,
            ordre de mission, feuille de presence, compte|compter|comptera comme _ formation,
            signe|papier comme quoi|que, certificate, papier|document|preuve pour mon|ma
            chef|employeur|patron|rh|drh, attest*, justificat*, emarg*, convoc*,
            truc|papier|document signe|tamponne|officiel, comme quoi j|je|on|nous
        """,
        3: "preuve, diplome, signe|tampon, justifier",
    },
    Intent.ACCESSIBILITY: {
        6: """
            handicap|handicape|handicapee|handicapes, fauteuil|roulant|pmr|wheelchair, mobilite
            reduite, sourd|sourde|malentendant|malentendante|deaf,
            malvoyant|malvoyante|aveugle|blind, boucle magnetique, chien guide, langue des signes,
            lsf, escalier|escaliers|ascenseur|marches, mal|peine a
            marcher|marche|entendre|voir|monter, bequille|bequilles|canne, deficient|deficiente,
            enceinte, appareillee|appareille, plain pied
        """,
        5: "handic*, mobilit*, malvoy*, malentend*, sourd*",
        3: "accessible, accessibilite, sante, entends|vois mal|pas",
    },
    Intent.REMINDER: {
        6: """
            envoyez|envoyer|envoies|envoie|recevoir|recevrai|aurai|avoir|faites _ rappel|rappels,
            rappelez|rappeler|rappelle _ veille|avant|jours,
            prevenez|previens|prevenir|message|mail|sms|texto|mot|signe _ veille|avant|jour j,
            jour|jours|semaine|heures avant, plus|pas de
            rappel|rappels|message|messages|notification|notifications, arretez|arrete|stop
            vos|de|les|rappel|rappels message|messages|rappel|rappels|m envoyer|me, un petit
            message|mot|sms|rappel, pas besoin de (me) rappel*, rappelez|rappelle|rappelles le
            moi|nous, alerte|alertez, peur d oublier, tete en l air, desactiver|desactivez,
            me|nous le rappeler, coup de fil|telephone|sms|mail avant, si on me le, pense
            plus|pas, penser|pense bete, la veille, me|nous le redire|redites|rediras,
            pense|pensez|penses a me|m|nous, me redire|redire|relancer|recontacter avant|debut|la,
            arretez|arrete|stoppez vos|les|de|tes messages|rappels|notifications|relances|m
        """,
        5: """
            message|sms|mail|notification|mot avant|veille, la veille, faites|fais|faire|ferez
            signe, vais|peur|risque (d) oublier, reminder|remind, pense bete, message|sms|mail de
            rappel, un|le|les|de|pas rappel|rappels
        """,
        4: "rappel|rappels, relance|relancer|relancez|relances",
        3: """
            rappelez|rappelle|rappeler moi|nous, oublie|oublier, notification|notifications
        """,
    },
    Intent.PRIVACY: {
        6: """
            informatique et libertes, rgpd|cnil,
            confidentiel|confidentielle|confidentialite|confidentiels|confidentielles, vie privee,
            droit a|d|de (l) image|acces|rectification|oubli, liste des inscrits|participants, qui
            _ voir|voit|verra|acces, que|quoi _ mes|nos|les donnees, mon nom _
            affiche|publie|visible|diffuse|affichee, donner mon|ma|mes
            portable|numero|mail|nom|adresse|telephone a, mes|nos|les|ses donnees|informations,
            liste de spam|spams|diffusion, qui _ inscrits|inscrit, privacy|data,
            mon|ma|mes|nos|notre numero|mail|nom|coordonnees|adresse
            reste|restent|sera|seront|va|est|sont
        """,
        5: "confident*, anonym*, donnees personnelles|perso|privees",
        4: """
            donnees,
            transmis|transmise|transmises|transmettez|revendu|revendues|revendez|partagees|partages,
            supprimez|supprime|supprimer|effacer|effacez|efface,
            conserve|conservez|conservees|gardez|gardees vous|combien|longtemp|longtemps,
            stocke|stockees|heberge
        """,
        3: "spam|spams, photo|photos, affiche|visible",
        2: "mon|mes numero|mail|nom|coordonnees|adresse",
    },
    Intent.GREETING: {
        2: """
            bonjour|bonsoir|salut|hello|hi|coucou|start|hey|yo|re, good morning|evening|afternoon
        """,
    },
    Intent.THANKS: {
        2: """
            merci|thanks|thx, thank you, au revoir,
            nickel|parfait|super|impeccable|genial|top|cool|entendu|bye|ciao|ok|okay|tip, bonne
            journee|soiree|continuation, c est note|bon|parfait|gentil|super, a
            bientot|jeudi|demain|plus, d accord, bien recu|note, ca marche|roule, merci
            beaucoup|bien|pour|infiniment, impec, tres bien, ca va, c est gentil|sympa, c est
            ok|bon|compris, compris, noted, excellent, formidable, bonne fin, bon week
            end|courage, cordialement, salutations, bien a vous, vu, daccord, dac, okey, tchao,
            adieu, je|on|nous vous|te remercie|remercions
        """,
    },
    Intent.HUMAN: {
        6: """
            parler|discuter|echanger|causer a|avec (un)
            quelqu|humain|vrai|vraie|personne|une|conseiller|lecontact|responsable, passez|passe
            moi, rappelez|rappelle|rappeler|rapellez|rappeller|rapeler moi|nous au|sur|a|dans|ce,
            etre rappele|rappelee|recontacte|recontactee, au bout du fil, (un) vrai|vraie
            personne|humain|gens|etre, talk|speak to, chair et en os, une|la personne en
            vrai|chair|vrai, pas un robot|machine, repondez|reponds|repond a|toujours
            cote|pareil|la
        """,
        5: """
            etre mis en relation, mettez moi en relation, vrai|vraie
            humain|personne|gens|conseiller, parle|parler avec|a, un humain, quelqu un de|d, qu on
            me|nous|m rappelle|appelle, m|nous|me rappeler|rappelle|rappeler au|sur, j en ai
            marre|assez, vous|elle|il peut|pouvez|peux me|m|nous rappeler|appeler, pas a une
            machine, appelez moi|nous, un responsable, quelqu|personne de
            reel|reelle|vrai|vivant|chez, il y a quelqu, y a quelqu
        """,
        4: """
            de vive voix, secretaire chez vous, ras le bol (des) robot|robots|machine|machines,
            robot|robots _ secretaire|personne|humain, humain|humaine,
            standard|operateur|operatrice, avoir|joindre quelqu|une, rappeler|rappelez|rappelle
            moi, appelez|appelle moi, human, recontacter|recontactez moi|nous
        """,
        2: "quelqu un, robots|machine",
    },
    Intent.HELP: {
        6: """
            es|etes|est tu|vous|ce un|une|vraiment (etre)
            robot|humain|humaine|machine|automate|etre|bot|personne|ordinateur, t|tu|vous es|etes
            un|une robot|bot|machine|humain|automate|vrai, comment ca marche|fonctionne, je|on
            fais|fait|dois|doit (faire) quoi maintenant|la, quelles questions, mode d emploi,
            tu|vous sais|savez|peux|pouvez (faire) quoi, que|quoi|qu _ sais|savez|peux|pouvez
            vous|tu faire|repondre, revenir|reveni|retourner au debut|menu|depart, comment on|je
            fait|fais|fe|faire pour _ debut|menu|retour, reveni|revenir|retourner au|en
            debut|arriere|menu
        """,
        4: """
            aide|aider|aidez|help, menu, bouton|boutons, appuyer|appuie|cliquer,
            comprends|comprend|compris pas|rien, suis|sommes perdu|perdue|perdus, besoin d aide,
            automate
        """,
        2: "perdu|perdue, robot|bot",
    },
    Intent.REMOTE: {
        6: """
            c est|sera|sera|etre enregistre|enregistree|filme|diffuse|diffusee|retransmis, lien
            (de) connexion|zoom|visio|teams, suivre|assister|participer|voir _
            chez|distance|visio|loin|ligne|bureau|internet, revoir|voir|visionner apres, connexion
            a|au, sans|pas se|me|nous deplacer, par internet|telephone|ecran, hybride,
            youtube|facebook (live), enregistrer, de|depuis chez nous|moi|soi|eux, depuis
            mon|notre|le|ma|la bureau|canape|domicile|maison|mairie|poste, rester chez|au
        """,
        5: """
            visio|visioconference|visios, a distance, distanciel,
            zoom|teams|skype|webinaire|replay,
            retransmis|retransmission|retransmise|retransmettre, connecter|connecte|connection, en
            ligne, online|remote|remotely, filme|filmee|filmer|filmes, en direct|video|streaming
        """,
        4: "distanc*, retransm*, diffus*",
        3: "enregistrement|enregistree, video|videos, ordi, se connecter",
    },
    Intent.DOCUMENTS: {
        6: """
            compte|comptes rendu|rendus, actes de la,
            apporter|amener|ramener|prevoir|preparer|emporter
            quoi|quelque|des|un|notre|nos|son|mon, quelque chose a apporter|amener|preparer|lire,
            quoi|que|qu faut|doit|dois|devons|est|prevoir (il|on|je|nous|ce) (que|qu)
            (je|on|nous|il) (faut|dois|doit|devons) apporter|amener|preparer|prevoir|ramener, quoi
            apporter|amener|preparer|prevoir, apporter|amener|preparer|prevoir quoi
        """,
        5: """
            diapo|diapos|diaporama|slides, plaquette|flyer, support|supports,
            document|documents|documentation, power point, doit|faut|dois (il|je|on)
            apporter|amener|preparer|prevoir, recevoir|envoyer _ presentation|presentations
        """,
        3: """
            pdf|handouts, actes, synthese, apporter|amener|preparer, prendre (des) notes
        """,
    },
    Intent.OTHER_QUESTION: {
        6: """
            costard|cravate|costume|tenue|habiller|habille,
            journaliste|journalistes|presse|reportage, brochure|brochures|kakemono|stand, garde d
            enfants|enfant, creche, vestiaire|fumer, prises electriques, videoprojecteur|micro,
            dress code, wifi, wi fi, photographe, micro, paperboard, nom du wifi
        """,
        3: "chien|animaux, internet",
    },
    Intent.OFF_TOPIC: {
        9: """
            meteo, temps fera|fait|il, pharmacie|medecin|docteur|dentiste|veterinaire|hopital,
            caf|prefet|prefecture|impots|rsa|hlm|urssaf, pole emploi,
            concert|cinema|festival|brocante|vogue|theatre, vide grenier,
            recette|blague|blagues|horoscope|loto|chanson, (programme) tele,
            foot|football|rugby|match|coupe du monde, liste|listes electorale|electorales,
            premiers secours, repas des anciens,
            iphone|cliquez|bitcoin|crypto|casino|selectionne|selectionnee, ma
            belle|cherie|mignonne|bebe, coupe du monde, the voice, canal, carte d identite, carte
            grise, passeport|passeports, permis de construire|conduire,
            poubelles|dechetterie|piscine|mediatheque, marrakech|espagne|londres,
            macron|hollande|sarkozy|trump|poutine, franco|allemande, reforme|dotations|augmente, l
            addition, abonnement, mon chat, aujourd hui quel, quel jour on est,
            connard|conne|merde|salope|idiot|idiote|encule|abruti, traduis|traduire|traduction,
            capitale de, president de la republique, raconte moi, poeme, code promo, gagner de l
            argent, je t aime, tu es belle|beau, ta gueule, nul|nulle a, ligue,
            olympique|asse|psg|verts, chien perdu, voiture d occasion, location, appartement,
            bourse, emploi|emplois, offre|poste d emploi, horaires de la
            mairie|poste|piscine|bibliotheque, stationnement payant, train de noel, premier
            ministre, gilets, greve, courses, devoirs, maths|mathematiques, mot de passe,
            facebook, netflix, pizza, coiffeur, garage, dent|dents, baccalaureat|college|lycee,
            a|de la rentree, rentree scolaire|des
        """,
        6: "acheter|achete|vends|vendre|vente|achetez",
        4: "ce soir, c est quoi|qui _ president|capitale",
    },
}
