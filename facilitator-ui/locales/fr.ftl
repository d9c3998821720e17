# Acts, as buttons name them

act-show = Afficher
act-hide = Masquer
act-stash = Mettre de côté
act-unstash = Reprendre
act-feature = Mettre en avant
act-unfeature = Retirer du mur
act-gather = Ajouter à un thème
act-new-theme = Nouveau thème
act-edit = Modifier
act-pin = Vers le tableau
act-hold = Retenir les nouveaux messages
act-release = Laisser entrer les messages
act-clear-wall = Vider le mur
act-show-wall = Rétablir le mur
act-discuss = En discuter
act-discussed = Discuté
act-park = Reporter
act-send-back = Renvoyer
act-conclude = Conclure

# What came of an act

toast-offline = Non envoyé : pas de connexion. Rien n’a été modifié.
toast-already = { $by } l’a déjà fait.
toast-close = Fermer ce message
connection-live = Enregistré, connecté
connection-saving = Enregistrement
connection-lost = Pas de connexion

# A post's verdict

verdict-waiting = En attente
verdict-held-word = Retenu, liste de mots
verdict-held-sensitive = Retenu, sensible
verdict-held-edited = Retenu, modifié
verdict-held-label = Retenu, signalement
verdict-held-language = Retenu, autre langue
verdict-held-comment = Retenu, premier commentaire
verdict-shown = Affiché
verdict-hidden = Masqué
verdict-featured = En avant sur le mur
verdict-stashed = De côté
name-unchecked = nom non vérifié

# The console's bar

bar-sessions = Sessions
bar-until = jusqu’à { $at }
bar-a-minute = par minute
bar-sources = Sources
bar-me = Connecté en tant que
source-ok = Reçoit
source-slow = Lente
source-lost = Perdue
health-finished = A tout apporté
health-quiet = Silencieux depuis { $time }
health-late = { $n } s de retard
health-reconnecting = Nouvel essai { $time } : { $why }
source-ready = Prête

# The stream

queue-title = Messages pour { $session }
queue-which = Quels messages
queue-waiting = En attente
queue-shared = partagés
queue-all = Tous
queue-oldest = Le plus ancien
queue-fresh = { $n } nouveaux
queue-empty = Rien n’est en attente.
queue-unseen = Non vu
queue-reply = En réponse à
queue-reposts =
    { $n ->
        [one] { $n } partage regroupé
       *[other] { $n } partages regroupés
    }
queue-in-theme = Dans le thème { $n }
queue-shown-by = Affiché par { $by }
queue-hidden-by = Masqué par { $by }
console-offline = Hors ligne. Rien de nouveau n’arrive et rien ne peut être envoyé avant le retour de la connexion.

# Screens

screens-title = Écrans
screens-open = Ouvrir le mur
preview-title = Ce que montre le mur
layout-flow = Flux
layout-spotlight = Projecteur
layout-board = Tableau
layout-consensus = Consensus
wall-state-live = En direct
wall-state-held = Retenu
wall-state-cleared = Vidé
wall-cleared-by = Vidé par { $by }, { $at }
wall-held-by = Retenu par { $by }, { $at }
wall-live-about = Les messages affichés y arrivent aussitôt.

# Themes

themes-title = Thèmes
themes-hint-gather = et un chiffre ajoutent le message choisi,
themes-hint-pin = envoie son thème au tableau
home-draft = Brouillons
home-board = Au tableau
home-discussed = Discutés
home-parked = Reportés
empty-draft = N crée un thème à partir du message choisi.
empty-board = B envoie un thème au tableau.
empty-discussed = Rien n’a encore été discuté.
empty-parked = Rien n’est reporté.
theme-number = Thème
theme-discussing = En discussion
theme-sent-back = Renvoyé : « { $words } »
theme-concluded = Conclusion rédigée
weight-posts =
    { $n ->
        [one] message
       *[other] messages
    }
weight-people =
    { $n ->
        [one] personne
       *[other] personnes
    }
weight-tables =
    { $n ->
        [one] table
       *[other] tables
    }

# What is asked for

ask-new-theme = Nouveau thème
ask-edit-theme = Modifier le thème
ask-title = Titre
ask-summary = Résumé
ask-start = Créer le thème
ask-save = Enregistrer
ask-cancel = Annuler
ask-send-back = Renvoyer à l’équipe d’animation
ask-words = Un mot pour l’équipe d’animation
ask-conclusion = Conclusion
picker-gather = À quel thème ajouter le message ?
picker-pin = Quel thème envoyer au tableau ?
picker-none = Il n’y a aucun thème à choisir.

# Keys

cap-space = Espace
cap-enter = Entrée
cap-esc = Échap
cap-shift-b = Maj B
tabs-title = Parties de la console
tab-stream = Messages
tab-themes = Thèmes
tab-screens = Écrans
key-deal = suivant
key-show = afficher
key-hide = masquer
key-stash = de côté
key-feature = en avant
key-gather = thème
key-new-theme = nouveau thème
key-pin = tableau
key-help = toutes les touches
help-title = Toutes les touches
help-close = Fermer
help-key = Touche
help-does = Effet
help-deal = Choisir le prochain message en attente
help-next = Message suivant
help-previous = Message précédent
help-open = Ouvrir ou fermer le message
help-show = Afficher
help-hide = Masquer
help-stash = Mettre de côté, ou reprendre
help-feature = Mettre en avant sur le mur, ou retirer
help-gather = Ajouter le message à ce thème
help-new-theme = Nouveau thème à partir de ce message
help-edit = Modifier le titre et le résumé du thème
help-pin = Envoyer au tableau le thème du message, sinon le thème choisi
help-pin-number = Envoyer ce thème au tableau
help-hold = Retenir ou laisser entrer les nouveaux messages
help-clear = Vider ou rétablir le mur, depuis n’importe où
help-help = Cette liste

# The chair's tablet

chair-left = restantes
chair-over = de dépassement
chair-until = jusqu’à { $at }
chair-themes = Thèmes au tableau
chair-empty = Le tableau est encore vide. Les thèmes envoyés par l’équipe d’animation apparaîtront ici.
chair-wall = Sur le mur
chair-next = Au tableau
chair-next-none = Aucun autre thème n’attend.
chair-since = depuis
chair-conclusion = Conclusion
chair-decide = Décider de « { $title } »
chair-no-round = Aucun tour n’est ouvert.
chair-offline = Hors ligne. Vos décisions ne peuvent pas être envoyées avant le retour de la connexion.

# Set-up

setup-role-organiser = Organisation
setup-role-facilitator = Animation
setup-role-chair = Présidence
setup-role-technician = Technique
setup-role-participant = Participation
setup-pages = Pages
setup-title = Préparation
setup-console = Console
setup-board = Tableau
setup-report = Rapport
setup-ready = Prêt à commencer
setup-done = { $done } sur { $all }
setup-is-done = , fait :
setup-not-done = , pas encore fait :
setup-step-programme = Saisir le programme
setup-step-sources = Connecter les sources
setup-step-people = Inviter les personnes
setup-step-rehearse = Répéter avec un enregistrement
setup-programme = Programme
setup-chair = Présidence : { $names }
setup-facilitators = Animation : { $names }
setup-people = Personnes
setup-joined = { $joined } sur { $all } ont rejoint
setup-new-link = Lien personnel de { $name }
setup-once = Il n’est montré que cette fois. Ne le transmettez à personne d’autre.
setup-copy = Copier
setup-copied = Copié
setup-name = Nom
setup-role = Rôle
setup-where = Où
setup-state = État
setup-has-joined = A rejoint
setup-invited = Invitation envoyée
setup-invite = Inviter une personne
setup-everywhere = Toutes les sessions
setup-make-link = Créer un lien
setup-sources = Sources
setup-no-sources = Aucune source n’est connectée. Les messages ne viennent que du formulaire de salle.
setup-opt-outs = Demandes de mise à l’écart
setup-opt-outs-hint = Une fois la demande confirmée, tout ce qui vient du compte est masqué et plus rien n’en est repris.
setup-opt-out-asked = Demandé à { $time }
setup-opt-out-confirm = Confirmer
setup-rooms = Salles
setup-short = Lien court :
setup-wall = Mur de { $session }
setup-no-wall = Rien en ce moment
setup-page-title = Préparation
setup-detail-sessions =
    { $n ->
        [one] { $n } session
       *[other] { $n } sessions
    }
setup-detail-sources =
    { $n ->
        [0] Aucun réseau n’a encore rien envoyé
        [one] { $n } réseau a envoyé des messages
       *[other] { $n } réseaux ont envoyé des messages
    }
setup-detail-joined =
    { $n ->
        [0] Personne n’a encore rejoint
        [one] { $n } personne a rejoint
       *[other] { $n } personnes ont rejoint
    }
setup-detail-rehearse = Lancez la démonstration : cela prend cinq minutes
setup-detail-rehearsing = Une répétition est en cours
setup-source-last = Dernier message { $time }
