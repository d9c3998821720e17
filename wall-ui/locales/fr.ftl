# Le mur et ce que toutes les pages partagent

rehearsal = Répétition

source-on = sur { $name }
source-room = Formulaire de salle

media-alt = ALT
media-alt-meaning = Texte de remplacement
media-no-alt = Aucune description

people-room = dans la salle
people-online = en ligne

state-draft = Brouillon
state-waiting = À examiner
state-discussing = En discussion
state-discussed = Discuté
state-parked = Mis de côté
state-sent-back = Renvoyé

wall-now = Nouveau
wall-on-board = Au tableau maintenant
wall-reply = en réponse à
wall-until = jusqu’à
wall-join = À vous la parole
wall-join-code = Code pour { $address }
wall-join-tag = ou publiez avec { $hashtag }
wall-invite = Participez avec
wall-invite-here = Ce que dit la salle à
wall-invite-all = Les messages portant ce mot-dièse s’affichent ici
wall-first = Écrivez le premier message
wall-among-first = Écrivez l’un des premiers messages
wall-first-join = { $hashtag }, ou
wall-cleared = De retour dans un instant
wall-held = En pause
wall-held-after = en attente
wall-last-post = Dernier message
wall-in-room = En salle
wall-unchecked = nom non vérifié

# Le forum de discussion et les pages voisines

board-skip = Aller au contenu
board-sessions = Séances
board-sections = Rubriques
board-open = Ouvert à tous, sans compte

board-question = La question du moment
board-invite = Vos mots, dans cette salle
board-say = Dites quelque chose
board-say-hint = dans toutes les langues, sur tout ce qui touche cette salle
board-say-where = Un facilitateur le lit d’abord. Ce qu’il retient s’affiche au mur de la salle et sur ce forum.
board-write-here = Écrivez ici
board-send = Envoyer
board-more = Ajouter votre nom ou votre table
board-name = Nom
board-name-hint = Personne ne le vérifie, et le mur le dit
board-table = Numéro de table
board-received = Reçu
board-received-title = Il attend d’être relu.
board-received-safe = Enregistré, en sécurité
board-your-words = Votre message
board-before =
    { $n ->
        [0] Le vôtre est le prochain.
        [one] Un message passe avant le vôtre.
       *[other] { $n } messages passent avant le vôtre.
    }
board-waiting = En attente
board-waiting-why = Un facilitateur le lit d’abord.
board-shown = Affiché
board-shown-where = Au mur de la salle et sur ce forum
board-say-more = Dire autre chose
board-not-saved = Pas encore enregistré,
board-still-here = toujours sur cet appareil.
board-try-again = Réessayer
board-lost = Pas de connexion. Les nouveaux messages arriveront à son retour ; ce que vous écrivez reste ici.

board-weight-posts =
    { $n ->
        [one] { $n } message
       *[other] { $n } messages
    }
board-weight-people =
    { $n ->
        [one] { $n } personne en ligne
       *[other] { $n } personnes en ligne
    }
board-weight-tables =
    { $n ->
        [one] { $n } table
       *[other] { $n } tables
    }
board-weight-one = { $posts } de { $voice }
board-weight-both = { $posts } de { $people } et { $tables }

board-themes = Thèmes
board-theme-count =
    { $n ->
        [one] { $n } thème
       *[other] { $n } thèmes
    }
board-no-themes = Pas encore de thème. Dites de quoi la séance devrait parler : les facilitateurs réunissent les messages en thèmes.
board-state-draft = En préparation
board-state-waiting = Bientôt chez la présidence
board-state-discussing = En discussion
board-state-discussed = Discuté
board-state-parked = Mis de côté
board-state-sent-back = Retravaillé

board-posts = Messages dans cette salle
board-latest = les cinq derniers
board-all-posts =
    { $n ->
        [one] { $n } message
       *[other] Les { $n } messages
    }
board-all-posts-now = Tous les messages
board-no-posts = Rien n’est encore affiché. Écrivez le premier message ci-dessus.
board-posts-none = Rien n’a encore été affiché dans cette salle.
board-posts-go = Écrire le premier message
board-back = Retour au forum
board-older = Messages plus anciens
board-newer = Messages plus récents
board-pages = Pages
board-in-room = Dans la salle
board-reply = en réponse à
board-unchecked = nom non vérifié
board-reposts =
    { $n ->
        [one] Repartagé une fois
       *[other] Repartagé { $n } fois
    }

board-conclusions = Conclusions à ce stade
board-no-conclusions = Rien n’est encore conclu. Ce que la séance décide s’affiche ici, avec les messages qui y ont mené.
board-concluded = Conclu à
board-written-by = Rédigé par { $by }.
board-from = À partir de { $weight }.
board-see-how = Voir comment
board-resources = Ressources clés
board-tab-say = Dire
board-tab-posts = Messages
board-tab-conclusions = Conclu
board-tab-reading = Lectures

page-programme = Programme
page-now = Maintenant
page-next = Ensuite
page-earlier = Plus tôt
page-nothing-now = Aucune séance n’est en cours.
page-no-sessions = Le programme ne contient pas encore de séance. Elles apparaîtront ici dès que l’organisation les aura ajoutées.
page-report = Rapport
page-open-board = Ouvrir le forum
page-post-shown = Affiché dans
page-post-themes = Réuni dans
page-post-no-theme = Ne fait partie d’aucun thème pour l’instant.
page-theme = Le thème
page-theme-posts = Messages de ce thème
page-theme-no-posts = Aucun message de ce thème n’est affiché en ce moment.
page-theme-conclusion = Conclusion
page-theme-history = Ce qu’il est devenu
page-theme-started = Commencé par { $by }.
page-theme-pinned = Mis sur le forum par { $by }.
page-theme-waiting = Remis en attente par { $by }.
page-theme-discussing = Ouvert à la discussion par { $by }.
page-theme-discussed = Discussion close par { $by }.
page-theme-parked = Mis de côté par { $by }.
page-theme-sent-back = Renvoyé pour être retravaillé par { $by }.
page-theme-concluded = Conclusion rédigée par { $by }.
page-join-hello = Bienvenue, { $name }
page-join-role = Ce lien vous connecte avec le rôle : { $role }.
page-join-sessions = Pour ces séances
page-join-once = Ce lien est à vous seul : ne le transmettez pas. Ensuite, cet appareil reste connecté.
page-join-button = Se connecter sur cet appareil
page-about-title = À propos de ces pages
page-about-shown = Ce qui est affiché
page-about-shown-text = Les messages rendus publics sous { $hashtag } et ceux envoyés par le formulaire d’un forum. Les facilitateurs décident de ce qui apparaît dans les salles. Ce qu’ils n’affichent pas reste hors des murs, des forums et des thèmes.
page-about-sources = Les messages viennent de
page-about-no-sources = Aucun réseau n’est relié. Seuls les messages envoyés par le formulaire apparaissent ici.
page-about-rules = Comment les messages sont relus
page-about-rules-text = Un message est masqué s’il désigne des patients ou des personnes qui n’ont pas donné leur accord, s’il insulte, s’il fait de la publicité ou s’il n’a aucun rapport avec la séance. Un désaccord n’est pas une raison. La décision vaut pour toute la conférence et chaque décision est consignée avec le nom de la personne qui l’a prise.
page-about-typed = Les noms saisis dans le formulaire ne sont pas vérifiés ; la mention « nom non vérifié » les accompagne.
page-about-edited = Un message modifié est relu de nouveau et l’ancien texte n’est plus affiché.
page-about-leave = Si vous ne voulez pas figurer ici
page-about-leave-delete = Supprimez votre message sur son réseau. Il disparaît des murs, des forums et du rapport dès que le réseau nous le signale.
page-about-leave-ask = Ou demandez-le à un facilitateur ou à l’organisation, dans la salle ou en répondant à la conférence. Un message peut être masqué aussitôt, ou tout ce qui vient de votre compte écarté. Vous n’avez pas à donner de raison.
page-about-leave-tag = Ou publiez vous-même un message avec { $hashtag }off. Ce qui vient de votre compte est alors masqué et plus rien n’en est repris.
page-about-network = Réseau
page-about-handle = Votre nom sur ce réseau
page-about-reason = Raison, si vous le souhaitez
page-about-opt-out = Demander à être laissé de côté
page-about-asked = Votre demande est arrivée. Un facilitateur la lit, puis tout ce qui vient de ce compte est masqué et plus rien n’en est repris.
page-about-kept = Ce qui est conservé
page-about-kept-text = Le texte d’un message retiré est supprimé de nos fichiers ; seul reste le fait qu’il y en a eu un. Les pages ne chargent rien depuis d’autres serveurs et ne comptent aucun visiteur par son nom.
page-problem-status = Code { $status }
page-problem-way-out = Aller au programme
page-problem-not-found = Il n’y a rien ici
page-problem-not-allowed = Réservé à un autre rôle
page-problem-withdrawn = Ce contenu a été retiré
page-problem-changed = Quelqu’un a été plus rapide
page-problem-not-done = Cela n’a pas été fait
page-problem-unavailable = Cela n’a pas fonctionné
page-problem-404 = Il n’y a rien à cette adresse. Le lien est peut-être mal saisi, ou plus ancien que cette conférence.
page-problem-403 = Cette page est réservée à un autre rôle. Votre lien d’invitation ouvre les pages qui sont les vôtres.
page-problem-410 = Ce contenu était ici et a été retiré. Ce qui est retiré n’est plus affiché.
page-problem-500 = Un problème est survenu de notre côté. Ce qui était enregistré est en sécurité. Patientez un instant, puis rechargez la page.

role-organiser = organisation
role-facilitator = facilitation
role-chair = présidence de séance
role-technician = technique
role-participant = participation

# Le rapport

report-page-title = Rapport
report-interim = Rapport provisoire
report-drawn = état du
report-heading = Ce que la salle et les échanges en ligne ont conclu
report-lead = { $hashtag }. Chaque conclusion mène aux messages et aux décisions dont elle est issue.
report-conclusions = Conclusions
report-no-conclusions = Aucune séance n’a encore conclu. Les conclusions apparaissent ici dès qu’une présidence en rédige une.
report-accepted = Acceptée
report-not-accepted = Pas encore acceptée
report-from = À partir de
report-written = rédigée par
report-numbers = Chiffres clés
report-posts = messages
report-reposts = dont { $n } repartages
report-participants = participants
report-participants-note = ont écrit au moins une fois
report-registered = personnes dans les salles
report-registered-note = d’après les inscriptions
report-impressions = impressions
report-impressions-note = abonnés connus pour { $known } personnes sur { $all } ; un maximum, pas un nombre de lecteurs
report-day = La journée en messages
report-day-scale = par tranche de 10 minutes, toutes sources
report-day-summary = Messages par tranche de dix minutes à partir de { $from }, maximum à { $peak } avec { $posts } messages.
report-day-peak = Maximum à { $time }, { $posts } messages en 10 minutes
report-day-table = Les mêmes données en tableau
report-day-time = À partir de
report-day-posts = Messages
report-day-none = Aucun message n’est encore arrivé ; il n’y a rien à dessiner.
report-themes = Le thème le plus fort de chaque séance
report-no-themes = Aucune séance n’a encore réuni de thème.
report-theme-open = Tous les messages et décisions
report-sources = Ce que nous avons pu voir, ou non
report-source-x = Ce que la recherche du réseau nous a donné. Les comptes protégés nous sont invisibles.
report-source-mastodon = Ce que les serveurs suivis ont reçu. Ceux qu’ils ne connaissent pas n’y figurent pas.
report-source-bluesky = Ce que le flux du réseau a transmis pendant la connexion. Des messages aussitôt supprimés peuvent manquer.
report-source-room = Messages envoyés par le formulaire d’un forum. Les noms saisis n’ont pas été vérifiés.
report-source-other = Ce que cette source nous a donné ; nous ne savons pas ce qu’elle a omis.
report-no-sources = Aucune source n’a encore livré de message.
report-hidden =
    { $n ->
        [0] Aucun message masqué
        [one] { $n } message masqué
       *[other] { $n } messages masqués
    }
report-blocked =
    { $n ->
        [0] aucun auteur bloqué
        [one] { $n } auteur bloqué
       *[other] { $n } auteurs bloqués
    }
report-moderation = { $hidden } et { $blocked } par la facilitation. Tous restent comptés dans les chiffres ; les messages retirés ne le sont plus.
report-methods = Méthodes
report-method-who = Participation
report-method-who-text = toute personne ayant publié ou utilisé le formulaire d’un forum ; aucune sélection
report-method-collected = Collecte
report-method-collected-text = messages publics sous { $hashtag }, pendant la conférence
report-method-review = Relecture
report-method-review-text = les facilitateurs ont décidé un à un des messages montrés dans les salles et sur les forums
report-method-grouping = Regroupement
report-method-grouping-text = par des personnes ; aucun résumé automatique
report-method-conclusions = Conclusions
report-method-conclusions-text = dans les mots de ceux qui les ont rédigées en séance ; celles qui sont acceptées sont signalées
report-method-counting = Décompte
report-method-counting-text = chaque message une fois, repartages compris ; une personne une fois par réseau
report-method-impressions = Impressions
report-method-impressions-text = somme des abonnés de chaque auteur à l’arrivée d’un message
report-method-removal = Retrait
report-method-removal-text = un message retiré quitte toutes les pages et tous les chiffres

## Days and names

day = { $weekday } { $day } { $month }
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
source-room-person = Quelqu’un dans la salle
source-in-the-room = Dans la salle

## What became of one’s own words

page-mine-title = Vous pouvez le suivre ici.
page-mine-not-shown = Non affiché
page-mine-not-shown-why = Une personne de l’équipe a décidé de ne pas l’afficher. La page « À propos » dit selon quelles règles.
page-mine-in-theme = Dans un thème
page-mine-concluded = Dans une conclusion
page-mine-link = Votre lien privé
page-mine-keep = Seul ce lien montre ce qu’il en est advenu. Gardez-le pour retirer votre message plus tard.
page-mine-withdraw = Le retirer
board-mine = Les vôtres
board-mine-sent = envoyé
board-mine-open = Ouvrir
board-mine-waiting = En attente
board-mine-shown = Affiché
board-mine-not-shown = Non affiché
board-mine-in-theme = Dans un thème
board-mine-concluded = Conclu
