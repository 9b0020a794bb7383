"""The expressions that tell what a question is about, by weight: registering.

Expressions are separated by commas, in the syntax of ``lexicon`` and the normal form; « où » is
written ``oou`` and a time of day ``horloge``. Weights: 5 and more settle against ordinary words,
4 nearly so, 3 and 2 are enough alone, 1 only adds.
"""

from bot.understanding.intents import Intent

REGISTRATION: dict[Intent, dict[int, str]] = {
    Intent.SEATS: {
        7: """
            combien de|d
            personnes|personne|gens|monde|participants|participant|places|place|inscrits
        """,
        6: """
            encore de la place, y a|ya (t) (il) encore|toujours|assez de place*, (un) maximum|max,
            nombre max|maximum, c est|deja|encore|pas complet|complete|plein|bonde, complet ou,
            encore possible, combien _ peut|peuvent etre|venir, prenez|accueillez|acceptez
            combien, combien de gens|tete|tetes|candidats|binomes|trinomes, plus de place|places,
            a combien de personnes, beaucoup de monde|inscrits|participants|gens, taille du
            groupe, places (il) reste|reste t, assez de place|places, y aura|a (du) monde, reste
            quelque|un|une|des, petit comite|groupe, encore du monde, encore
            quelqu|des|un|une|deux|trois|2|3 place|places|gens, prenez|prend encore|plus, possible
            encore
        """,
        5: """
            reste|restent|reste t il|ils _ place|places, combien (de)
            place|places|participants|personnes|monde|inscrits|serons, encore _ place|places,
            place|places restantes|restante|disponible|disponibles|libre|libres, de la place, how
            many, seats, nombre (de) places|participants|personnes, vous etes|serez|seront
            combien, combien _ inscrits, on est|sera|serait combien, on|nous|vous
            sera|serons|serez|etes nombreux, nombreux, c est blinde|sature, trop tard c est plein
        """,
        4: """
            remplissage|rempli|remplie, effectif, nombre de, vous en etes ou|oou, prendre la place
            de, de la marge, serre, juste au niveau
        """,
        3: """
            complet|complete, c est plein, jauge|quota|capacite, disponible|disponibles encore,
            encore disponible, limite|limiter a, combien on sera|serons|etes, places|place, sold
            out, full
        """,
        2: "disponible|disponibles",
    },
    Intent.REGISTER: {
        5: """
            inscrivez|inscris|inscrire|inscrit moi|nous,
            reserver|reserve|reservez|retenir|bloquer|bloquez _ place|places, garde|gardez|garder
            _ place|places, confirme|confirmons ma|notre presence|venue|participation, place _
            prend|prends|prendre|prenons, place|places je|on l|le|les ai|prend|prends,
            lien|formulaire|bouton du|d formulaire|inscription, bulletin d inscription,
            prenez|prendre les|une|l inscription|inscriptions, comment|ou|oou (je|on|nous)
            m|s|nous inscris|inscrit|inscrivons, je prends|prend|voudrais|veux _ place|places,
            on|nous prend|prendrait|prendrons _ place|places, mettez|mets|comptez|notez _
            place|places, lien|formulaire _ marche|fonctionne|mort|casse|ouvre, je|on|nous
            suis|est|sommes
            partant|partants|partante|partantes|chaud|chauds|chaude|preneur|preneurs,
            envoyer|inscrire _ elu|elus|elue|agents|agent|personnes, vous pouvez|pourriez me|nous
            compter|inscrire|noter, inscription pour|de|a deux|trois|2|3, je|on serai|sera|serons
            present|presente|presents|la|des votres, comment reserver|participer|faire pour
            participer, je|on|nous veux|veut|voulons (y) aller|etre, on vient a, y a moyen de s
            inscrire, clique|cliquer sur inscription|formulaire,
            souhaite|souhaitons|souhaiterais|souhaiterions|aimerais|voudrais|voudrions|desire|desirons|veux|voudrait
            _ inscrire|inscription|participer, reserver|pre|prereserver (reserver)
            une|deux|2|3|trois|ma|nos|notre|des place|places, je|on|nous
            veut|veux|voudrais|souhaite y, interesse par|a venir, places|place jle|je le|les|la|l
            prend|prends, je|on|nous voudrais|voudrions|veux|veut|souhaite|souhaitons|aimerais
            reserver|confirmer, on|nous sera|serons presents|present|la|deux|trois|de la partie,
            on sera des votres
        """,
        4: """
            m|nous|s|l inscri|inscrire|inscris|inscrit|inscrivons|inscrive, formulaire, je|on|nous
            veux|voudrais|veut|voudrait|souhaite|aimerais|souhaiterais _
            venir|participer|inscrire, j|nous aimerais|aimerions|souhaiterions _
            venir|participer|inscrire|etre, comment|ou|oou _ inscrire|inscription|inscrit, on|j en
            est|suis, banco, comptez|compte sur|moi|nous, register|enrol|enroll, sign up,
            inscrire|inscriptions|inscription a|pour, preneur|preneuse|partant|partante|partants,
            join, commence|commencer a m inscrire, ajoutez|ajoute|mettez|mets|note|notez moi|nous
            a|sur|pour|dans|comme (la) liste|participant|participants, je participe|participerai,
            motive|motivee|motives, vos inscriptions|rangs, ma candidature|participation,
            inscrit|inscris ici|la, on y sera, count me|us in, i|we want|would _ come|join
        """,
        3: """
            inscription|inscriptions, inscrire|inscris|inscrivez,
            interesse|interessee|interesses|interessees, je|on|nous
            viens|viendrai|viendra|venons|viendrons|vient, notez|note|mettez moi|nous, participer,
            inscri*, particip*
        """,
    },
    Intent.CHANGE: {
        7: """
            peut|peuvent|va|pourra|pourrait me|nous|le|la|l|viendra|venir
            remplace|remplacer|place, cede|laisse|donne|transmet|transmets ma|sa|notre|la place a,
            a|prend|prendra ma|sa|leur place, ma|mon|notre _ viendra|ira|vient a, un autre
            nom|collegue|elu|elue|binome, au lieu de moi
        """,
        6: """
            a|au (la) place|lieu de|d, remplacer|remplace|remplacera|remplacez|remplacement,
            retirer (une) personne|collegue, retirer|enlever|supprimer un|une|mon|ma|notre
            collegue|personne|membre, prend|prendra|prends la suite, vient|viendra _ place, passer
            de deux|2|3|trois a, on|nous sera|serons|est|sommes|vient|viens finalement, finalement
            on|nous|je sera|serons|viens|vient|viendrai, pas|plus _ c est|mais, mettre|mets|mettez
            un autre, a change, personne|collegue de plus|moins|supplementaire, ecrit|note avec,
            viendra|vient a ma|sa place, un collegue|une collegue en plus, de
            nom|numero|mail|adresse|binome|fonction _ change, mauvais|mauvaise
            mail|numero|adresse|nom|telephone|fonction|categorie, pas le bon|la bonne, instead of,
            vient plus mais, une personne|collegue en|de moins|plus, passe|passer|passons de|du|d
            (un) binome|trinome|2|3|deux|trois|solo a|au, viendra|vient seul|seule finalement, s
            appelle|ecrit en fait|plutot, en fait c est|on|il|elle
        """,
        5: """
            modifier|modifie|modification|modifications|modifiez,
            changer|change|changez|changement|changements|changerai,
            corriger|corrige|corrigez|correction|rectifier|rectifiez,
            ajouter|ajoute|ajoutez|rajouter|rajoute|rajoutez|ajout, mettre a jour,
            trompe|trompee|trompes, nouveau|nouvelle mail|numero|adresse|telephone|portable,
            faute|erreur dans|sur|a, mal ecrit|orthographie|orthographiee, update,
            remplace|remplacer|remplacera|substituer|substitution, editer, inverse|inverser, ne s
            ecrit pas, s ecrit, permuter|echanger, par erreur, rectification, modif*, rectif*,
            rempla*
        """,
        3: "erreur|coquille|faute, en plus",
    },
    Intent.CANCEL: {
        6: """
            annulez|annule|annuler mon|ma|notre|moi|l|la,
            sortez|sors|sortir|enlevez|enleve|enlever|retirez|retire|retirer|rayez|virez moi|nous,
            m|nous enlever|retirer|desinscrire|desister|rayer,
            desinscrire|desinscription|desinscrivez|desinscris, laisse|laissons|laisser|laissez
            tomber, jette|jetons|jeter l eponge, can t come|make, ne|n
            viendrai|viendra|viendrons|vient|viens|venons|participerai|participera|participerons
            plus|pas, ne|n (y) serai|sera|serons pas, serai|sera|serons pas
            la|des|disponible|dispo|present|presente|presents, plus
            possible|disponible|dispo|libre, liberer|libere|laisse|laissons|cede|rends
            ma|notre|la|nos|mes place|places, rendre|donner ma|notre place, impossible de|d|pour,
            pas (pouvoir|y) venir|aller|etre, impossible _ venir|participer|assister, on ne|peut
            peux plus|pas venir, effacez|supprimez|supprimer|efface|annuler _
            inscription|reservation, ne comptez|compte plus|pas sur, plus venir, finalement
            je|on|nous|il|elle (ne) viens|vient|venons|viendrai|viendra|peux|peut|pourrai pas|plus
        """,
        5: """
            pourrai|pourrais|pourra|pourrons|peux|peut|pouvons|vais|va|allons plus|pas (pouvoir)
            (y) venir|etre|assister|participer|aller,
            viens|viendrai|vient|viendra|viendrons|venons plus|pas, empechement|empeche|empechee,
            renonce|renoncer|renoncons, decline|decliner|declinons, me|se|nous|m
            desister|desiste|desistons, faux bond, peut|peux|peuvent plus, va pas le faire, va pas
            etre possible, forfait, malade|hospitalise|hospitalisee, imprevu, m excuse|excuser,
            excusez|excusee|excuse mon|notre|moi, abandonne|abandonner, dernier moment annul*
        """,
        4: """
            annuler|annule|annulez|annulation|annulons, desister|desiste|desistement,
            absent|absente|absents, cancel|cancellation, serai|serons|sera pas|plus
            des|la|disponible|present|presente, contretemps, annul*, desist*, desinscri*
        """,
    },
    Intent.MINE: {
        6: """
            ai|avons|avez|as (bien) eu|recu mon|notre|ma
            inscription|demande|reponse|formulaire|mail, c est valide|enregistre|confirme|pris en,
            suis|sommes je|nous sur la liste, avez|as vous|tu (bien) note|inscrit|enregistre|recu,
            m|nous avez (bien) note|inscrit|enregistre, sais plus si, avec qui je|on suis|est
            inscrit, ou|oou en est|suis mon|ma|notre|je, sous quel nom, quel est mon, est ce que
            je|on|nous suis|est|sommes inscrit|inscrite|inscrits, etat de mon|ma|notre, mon|notre
            inscription _ ok|bonne|validee|confirmee|prise|passee|enregistree,
            retrouver|voir|consulter|verifier mon|ma|notre inscription|code|reservation, rien
            recu, toujours|jamais (rien) recu, ca a _ marche|enregistre|valide, am i|we
            registered, recu _ mail|accuse, quel|quelle mail|numero|nom|adresse|fonction|telephone
            _ donne|indique|mis|saisi|renseigne, statut (de) (mon|notre|l) inscription, statut, qu
            est ce que j ai mis|donne|rempli|repondu, ai je mis|donne|fini|valide|termine, j ai
            tout|bien fini|rempli|valide, inscription|dossier complete|incomplete|terminee|finie,
            c est (bien|bon) valide|enregistre|confirme|note|passe|pris, suis je (bien|deja)
            inscrit|inscrite, suis|sommes|est|etes (bien|toujours|deja) sur|dans la liste, ou|oou
            en est|sont mon|ma|notre|l|nos|mes|cette inscription|demande|dossier,
            pris|prise|prises en compte, mon|ma|notre inscription|reservation est|a|ete|bien|ok
        """,
        5: """
            suis|sommes|est (je|on|nous) bien|deja|toujours|pa|pas
            inscrit|inscrite|inscrits|inscri|enregistre|enregistree, je|on|nous suis|est|sommes
            (bien|deja) inscrit|inscrite|inscrits|inscri|inscrites|enregistre,
            recu|recue|recois|avoir _ confirmation, inscription _
            pris|prise|prises|enregistre|enregistree|valide|validee|confirmee|passee|marche,
            mon|ma|notre inscription, il|elle|collegue|binome|maire est|etait (bien|deja)
            inscrit|inscrite, my registration|booking|seat, valide|validee jusqu, si j ai valide,
            bien ete pris|prise|enregistre|enregistree|recu|recue, suis je|bien dans|sur la liste,
            a quel nom, c est bon|ok|valide|enregistre pour|chez moi|nous|notre|mon|vous
        """,
        4: """
            preinscription, accuse de reception, numero d inscription, mon code, bien
            enregistre|enregistree|valide|validee|inscrit|inscrite|pris|passe|passee
        """,
        3: """
            confirmation, mon code, mon dossier, recapitulatif|recap, j ai (bien) valide,
            inscrit|inscrite|inscrits avec, ai|avons bien|deja repondu|rempli
        """,
    },
    Intent.WAITING_LIST: {
        7: """
            prevenez|previens|prevenir|prevenu|prevenue|avertissez|appelez|appeler _
            desiste|desistement|libere|place, si|quand _ se desiste, liste d attente, quelle
            position|place|rang, ma|notre place|position dans|sur la file|liste,
            desistement|annulation _ prevenez|appelez|previens|prevenir|rappelez, si _ place _
            libere, si c est complet, combientieme|combienieme|combien devant, si|quand|des qu _
            annule|desiste, place|places se|qui libere|liberent|libererait, chance d avoir une
            place, attendre qu (une) place
        """,
        6: """
            liste d attente|attentes, waiting list, se libere|liberait|liberer, en|file (d)
            attente, devant moi|nous, place libere|liberee|liberees, place|places s|se
            est|sont|etait libere|liberee|liberees, s est liberee, du monde devant, au cas ou une
            place|quelqu, deux|trois|2|3|un|une en attente, dans|sur la file|queue, la file,
            attente, combientieme, combienieme, je|on en suis|est je dans la liste, suis|en je
            dans la liste, combien avant|devant
        """,
        4: """
            rang, attente, desistements, libere|liberent, liste complementaire, en attente, sur
            liste, repechage|repeche|repechee, avant nous|moi
        """,
    },
    Intent.DEADLINE: {
        7: """
            date|jour limite|butoir, jusqu a|au quand|quel|quelle, jusqua quand, jusque quand,
            avant quand|quelle, au plus tard, deadline, quand _ limite|dernier|cloture|clos,
            inscription|inscriptions _ close|closes|ferment|fermees|cloturees
        """,
        5: """
            delai|delais, echeance, donner|envoyer|parvenir ma|notre|la|une reponse,
            dernier|derniere moment|jour|limite, trop tard pour, cloture|clot, reponse
            lundi|mardi|mercredi|demain|plus, encore temps
        """,
        3: """
            feu vert, trop tard, me decider, reflechir, attendre|attends _
            accord|reponse|reunion|conseil|bureau
        """,
    },
    Intent.OTHER_SESSION: {
        7: """
            autre|autres|dautre|dautres
            session|sessions|date|dates|journee|journees|edition|editions|fois|seance|rencontre,
            prochaine|prochaines|nouvelle|nouvelles session|sessions|fois|edition|journee|date,
            another|next session|date|one|time, a une|d autre|autres date|dates|session,
            faites|ferez|fera|faire _ un|le samedi|lundi|mardi|mercredi|vendredi
        """,
        6: """
            refaites|refait|refaire|referez|refera|refaire,
            reconduit|reconduite|reconduire|renouvele|renouvelee, l an|annee prochain|prochaine,
            plus pres de, ailleurs, un samedi|lundi|mardi|mercredi|vendredi, a nouveau|cette annee
        """,
    },
}
