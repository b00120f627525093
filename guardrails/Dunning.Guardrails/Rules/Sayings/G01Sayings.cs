namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G01 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G01Sayings
{
    internal const string Lines = """
        - forward|look to hearing
        - hearing back|from
        - free trial
        - trial period|version|account|order|subscription|month
        ~ a|the|court|oral|next|public hearing|trial
        ~ docket
        ~ hearing|court|trial date
        ~ case number .. hearing|court|date
        ~ our|my|external|own advocates|advocate|barristers
        ~ draw*|drafting|preparing|filing .. papers|paperwork|writ|suit
        ~ papers .. served|filed|drawn
        ~ law .. side|course|involved|decide*|force
        ~ force|arm .. law
        ~ rule* .. against you
        ~ justice
        ~ seize|seizing|seizure*|confiscat*|levy|levied|lien|liens
        - proof|evidence|confirmation .. official|formal
        ~ formal|official|judicial route|channels|path|procedure*|footing
        ~ consequence
        ~ consequences
        ~ tougher|harsher|harder|stricter|stronger|drastic|unpleasant|firmer ways|way|route|line|approach|tools|means|steps|measures
        ~ we|i|be|will|is .. escalat*
        ~ resort to
        ~ no longer .. amicabl*|friendly
        ~ amicable|friendly .. over|ends|ended|phase|exhausted
        ~ *jurist*|justitiar*|syndikus*|rechtsbeist*|prozessier*
        ~ prozess .. kommen|droht|anhangig|riskier*
        ~ titel .. erwirk*
        ~ gesetz* .. seite|mittel|weg|harte|durchsetz*|macht
        - zwangslaufig*
        ~ zwangs*
        ~ justiz
        - gutlich
        ~ eskalier*|eskalation*
        ~ hartere|harteren|scharfere|scharferen|andere|anderen|unangenehme*|strengere gangart|saiten|tone|mittel|bandagen|geschutze|weg|wege|seiten
        ~ konnen|konnten auch|auch_ganz anders
        ~ vorladung|gerichtstermin|gerichtsverhandlung*
        ~ verfahren .. gegen|einleit*|eroffn*|lauft|anhangig
        - verfahren .. elektronisch*|zahlungs*|freigabe*
        officier ministeriel|public
        ~ notre|nos|mon conseil
        ~ audience|plaid*|prudhomm*|litige .. juge
        - fair|just justice
        ~ justice|magistrature
        ~ loi .. force|rigueur|faveur|cote|poids
        ~ rigueur .. loi
        ~ recours
        ~ suites|consequences .. regrettables|facheuses|desagreables|penibles|graves
        ~ consequences
        ~ mesures|moyens|voie .. plus|severes|fermes|radical*|energiques|dures
        ~ saisir|saisirons|saisissons|saisi .. juge|justice|autorite*|instances|competent*
        ~ phase|voie|demarche amiable .. terminee|close|epuisee|fin
        ~ justicia
        ~ ante .. instancia*|autoridad*|sala|magistrado
        ~ consecuencia|consecuencias
        ~ otras|mayores|drasticas|contundentes|severas|serias medidas
        ~ medidas .. mas|severas|drasticas|contundentes|correspondientes|adicionales|serias
        ~ peso|fuerza de la ley
        ~ ley .. lado|parte|peso
        ~ derecho .. asiste
        ~ via|fase amistosa
        ~ magistrad*
        ~ legge .. peso|parte|mano|rigore|dalla
        ~ peso|rigore .. legge
        ~ aula|aule|udienza|udienze|processo|processi|toga
        ufficiale .. porta|giudiziario|busser*|presenter*
        ~ conseguenza|conseguenze
        ~ misure|maniere|modi|vie .. piu|drastic*|fort*|sever*|dure|seri*|decis*
        ~ giustizia
        ~ via|fase amichevole|bonaria .. finit*|chius*|esaurit*|termin*
        ~ raadsman|raadsvrouw|raadslieden|advocatenkantoor*|raadsheer
        ~ rechtsgeding|rechtsbijstand*|rechtsmiddel*|rechtsweg*|rechtsvervolging*
        ~ zitting|procederen|procedure* .. starten|beginnen|aanspannen|volgt|tegen
        ~ proces .. aanspannen|beginnen|voeren|volgt
        ~ gevolgen van|voor|hebben|dien
        - gevolgen van|voor ?de ?het levering
        ~ wet .. kant|zijde|kracht|hand
        ~ justitie
        ~ strengere|hardere|zwaardere|andere|drastische|hardhandige maatregelen|middelen|aanpak|wegen|weg
        ~ vervolgstappen
        ~ minnelijke|vriendelijke .. fase|weg|afgelopen|voorbij
        ~ process server*
        ~ under|on oath
        ~ ruling|rulings|verdict
        - urteil .. bilden|ihrem|ihr
        ~ urteil|urteile|richterspruch
        ~ condamn*
        ~ devant|a la barre
        ~ sous serment
        ~ sentencia|sentencias|condena*
        ~ bajo juramento
        ~ sentenza|sentenze|condann*
        ~ sotto giuramento
        ~ veroordel*|vonnis|uitspraak
        ~ onder ede
        """;
}
