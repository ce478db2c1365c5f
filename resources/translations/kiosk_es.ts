<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ActivityController</name>
    <message>
        <source>Start over?</source>
        <translation>¿Empezar de nuevo?</translation>
    </message>
    <message>
        <source>Every card that can move goes back to the stack.</source>
        <translation>Cada tarjeta que se puede mover vuelve al montón.</translation>
    </message>
    <message>
        <source>Go on sorting</source>
        <translation>Seguir ordenando</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Check now?</source>
        <translation>¿Revisar ahora?</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Revisar ahora</translation>
    </message>
    <message>
        <source>Cards that belong nowhere stay on the stack; others count as missed.</source>
        <translation>Las que no van en ningún lado se quedan en el montón; las demás cuentan como falladas.</translation>
    </message>
    <message>
        <source>{n} left on the stack.</source>
        <translation>Quedan {n} en el montón.</translation>
    </message>
    <message>
        <source>One card is not placed yet. It counts as missed.</source>
        <translation>Falta colocar una tarjeta. Cuenta como fallada.</translation>
    </message>
    <message>
        <source>{n} cards are not placed yet. They count as missed.</source>
        <translation>Faltan {n} tarjetas por colocar. Cuentan como falladas.</translation>
    </message>
    <message>
        <source>All cards that can move are back. {n} of {total} placed.</source>
        <translation>Volvieron todas las tarjetas que se pueden mover. {n} de {total} colocadas.</translation>
    </message>
    <message>
        <source>{card} back with the cards. {n} of {total} placed.</source>
        <translation>{card} vuelve con las tarjetas. {n} de {total} colocadas.</translation>
    </message>
    <message>
        <source>{card} placed in {place}. {n} of {total} placed.</source>
        <translation>{card} queda en {place}. {n} de {total} colocadas.</translation>
    </message>
</context>
<context>
    <name>AttemptOpenedView</name>
    <message>
        <source>All attempts</source>
        <translation>Todos los intentos</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Tarjetas</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>At first in</source>
        <translation>Primero en</translation>
    </message>
    <message>
        <source>First try</source>
        <translation>1.ª vez</translation>
    </message>
    <message>
        <source>At the end in</source>
        <translation>Al final en</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Movimientos</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>After</source>
        <translation>A los</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Vez</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Repetición</translation>
    </message>
    <message>
        <source>Slip as PDF</source>
        <translation>Comprobante en PDF</translation>
    </message>
    <message>
        <source>Save the slip</source>
        <translation>Guardar el comprobante</translation>
    </message>
</context>
<context>
    <name>Attempts</name>
    <message>
        <source>One attempt.</source>
        <translation>Un intento.</translation>
    </message>
    <message>
        <source>{n} attempts; more rows come as you scroll.</source>
        <translation>{n} intentos; al desplazarse aparecen más filas.</translation>
    </message>
    <message>
        <source>No attempts like that.</source>
        <translation>No hay intentos así.</translation>
    </message>
    <message>
        <source>Left out here: {n} that were never closed.</source>
        <translation>Aquí faltan {n} que nunca se cerraron.</translation>
    </message>
    <message>
        <source>Left out here: {n} that were never checked.</source>
        <translation>Aquí faltan {n} que nunca se comprobaron.</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>First try</source>
        <translation>Primera vez</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Active time</source>
        <translation>Tiempo activo</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Movimientos</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>sin colocar</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>{code}: {activity}</source>
        <translation>{code}: {activity}</translation>
    </message>
    <message>
        <source>This attempt is of another version of the lesson than the one that is installed. Its steps are told in words under &apos;Steps&apos;.</source>
        <translation>Este intento es de otra versión de la lección, no de la que está instalada. Sus pasos se cuentan con palabras en «Pasos».</translation>
    </message>
    <message>
        <source>The steps do not fit the board. They are told in words under &apos;Steps&apos;.</source>
        <translation>Los pasos no encajan en el tablero. Se cuentan con palabras en «Pasos».</translation>
    </message>
    <message>
        <source>{n} attempts.</source>
        <translation>{n} intentos.</translation>
    </message>
    <message>
        <source>No attempts yet.</source>
        <translation>Todavía no hay intentos.</translation>
    </message>
    <message>
        <source>{outcome}, 2nd round</source>
        <translation>{outcome}, 2.ª ronda</translation>
    </message>
</context>
<context>
    <name>AttemptsDesk</name>
    <message>
        <source>Every activity</source>
        <translation>Todas las actividades</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Cualquier resultado</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>Desde ayer</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Últimos 12 meses</translation>
    </message>
    <message>
        <source>Last {n} days</source>
        <translation>Últimos {n} días</translation>
    </message>
    <message>
        <source>That attempt is not kept any more.</source>
        <translation>Ese intento ya no se conserva.</translation>
    </message>
</context>
<context>
    <name>AttemptsPage</name>
    <message>
        <source>Which days</source>
        <translation>Qué días</translation>
    </message>
    <message>
        <source>Which activity</source>
        <translation>Qué actividad</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Cómo terminó</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>En qué orden</translation>
    </message>
    <message>
        <source>Code of a learner</source>
        <translation>Código de participante</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>First try</source>
        <translation>1.ª vez</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Attempts: every one, by code</source>
        <translation>Intentos: todos, por código</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero los más recientes</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Primero los más antiguos</translation>
    </message>
    <message>
        <source>Best first try first</source>
        <translation>Primero la mejor primera vez</translation>
    </message>
    <message>
        <source>Weakest first try first</source>
        <translation>Primero la primera vez más floja</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Primero los más largos</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Primero los más cortos</translation>
    </message>
    <message>
        <source>Best final first</source>
        <translation>Primero el mejor final</translation>
    </message>
    <message>
        <source>Weakest final first</source>
        <translation>Primero el final más flojo</translation>
    </message>
    <message>
        <source>Passed first</source>
        <translation>Primero lo superado</translation>
    </message>
    <message>
        <source>Passed last</source>
        <translation>Al final lo superado</translation>
    </message>
    <message>
        <source>Codes from A to Z</source>
        <translation>Códigos de la A a la Z</translation>
    </message>
    <message>
        <source>Codes from Z to A</source>
        <translation>Códigos de la Z a la A</translation>
    </message>
</context>
<context>
    <name>BackupLine</name>
    <message>
        <source>Put back the backup of {when}</source>
        <translation>Reponer el respaldo del {when}</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Reponer</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>made by itself</source>
        <translation>hecho solo</translation>
    </message>
    <message>
        <source>made by staff</source>
        <translation>hecho por el personal</translation>
    </message>
    <message>
        <source>before somebody was forgotten</source>
        <translation>antes de borrar a alguien</translation>
    </message>
    <message>
        <source>before a backup was put in place</source>
        <translation>antes de poner un respaldo en su lugar</translation>
    </message>
    <message>
        <source>before a newer version of the kiosk</source>
        <translation>antes de una versión más nueva del kiosco</translation>
    </message>
    <message>
        <source>As it was written</source>
        <translation>Como se escribió</translation>
    </message>
    <message>
        <source>Not as it was written</source>
        <translation>No está como se escribió</translation>
    </message>
    <message>
        <source>Cannot be compared</source>
        <translation>No se puede comparar</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>in the future</source>
        <translation>en el futuro</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} días</translation>
    </message>
    <message>
        <source>There is no visit in it.</source>
        <translation>No tiene ninguna visita.</translation>
    </message>
    <message>
        <source>The newest visit in it is of {when}.</source>
        <translation>Su visita más nueva es del {when}.</translation>
    </message>
    <message>
        <source>Attempts in it: {attempts}. Visits in it: {visits}.</source>
        <translation>Intentos que tiene: {attempts}. Visitas que tiene: {visits}.</translation>
    </message>
    <message>
        <source>Attempts in it that are not as they were written: {n}.</source>
        <translation>Intentos que no están como se escribieron: {n}.</translation>
    </message>
    <message>
        <source>What today&apos;s database has more cannot be told.</source>
        <translation>No se puede saber qué más tiene la base de datos de hoy.</translation>
    </message>
    <message>
        <source>Attempts of today that would be missing: {n}.</source>
        <translation>Intentos de hoy que faltarían: {n}.</translation>
    </message>
    <message>
        <source>The backup was not put in place.</source>
        <translation>El respaldo no se puso en su lugar.</translation>
    </message>
    <message>
        <source>The backup is in place. The database of before is kept aside.</source>
        <translation>El respaldo está en su lugar. La base de datos de antes se guarda aparte.</translation>
    </message>
    <message>
        <source>It is of {kiosk}, whose PIN and settings come with it.</source>
        <translation>Es de {kiosk}, y con él vuelven su PIN y sus ajustes.</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 min</translation>
    </message>
</context>
<context>
    <name>BackupsDesk</name>
    <message>
        <source>Cancelled. Nothing was left behind.</source>
        <translation>Cancelado. No quedó nada a medias.</translation>
    </message>
    <message>
        <source>The kiosk closes, puts it in place and comes back by itself.</source>
        <translation>El kiosco se cierra, lo pone en su lugar y vuelve solo.</translation>
    </message>
    <message>
        <source>Put this backup in the place of today&apos;s database?</source>
        <translation>¿Poner este respaldo en lugar de la base de datos de hoy?</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>Put it in place</source>
        <translation>Ponerlo en su lugar</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backup: a second copy of everything</source>
        <translation>Respaldo: una segunda copia de todo</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Respaldar ahora</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Copy it there</source>
        <translation>Copiar allí</translation>
    </message>
    <message>
        <source>Folder for a copy</source>
        <translation>Carpeta para una copia</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>On this kiosk</source>
        <translation>En este kiosco</translation>
    </message>
    <message>
        <source>A copy on a stick, or any database of this kiosk. It is checked in full and shown before anything is changed, and today&apos;s database is kept.</source>
        <translation>Una copia en una memoria USB o cualquier base de datos de este kiosco. Se comprueba entera y se muestra antes de cambiar nada, y la base de datos de hoy se guarda.</translation>
    </message>
    <message>
        <source>Put one back from elsewhere</source>
        <translation>Reponer uno de otro lugar</translation>
    </message>
    <message>
        <source>On a stick it outlives this computer. It holds learners&apos; codes: lock it up.</source>
        <translation>En una memoria USB dura más que esta computadora. Tiene códigos de quienes aprenden: guárdala bajo llave.</translation>
    </message>
    <message>
        <source>Carry a copy away</source>
        <translation>Llevarse una copia</translation>
    </message>
    <message>
        <source>is the age of the newest</source>
        <translation>tiene el más nuevo</translation>
    </message>
    <message>
        <source>are as they were written</source>
        <translation>están como se escribieron</translation>
    </message>
    <message>
        <source>Older ones: {n}.</source>
        <translation>Más antiguos: {n}.</translation>
    </message>
    <message>
        <source>Part {n} of {total}</source>
        <translation>Parte {n} de {total}</translation>
    </message>
    <message>
        <source>Copied, checked and read back</source>
        <translation>Copiado, comprobado y leído de nuevo</translation>
    </message>
    <message>
        <source>None yet. The kiosk makes one at each start.</source>
        <translation>Todavía ninguno. El kiosco hace uno en cada inicio.</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Check my answers</source>
        <translation>Revisar mis respuestas</translation>
    </message>
    <message>
        <source>Tap a card, then tap where it belongs. Or drag it there.</source>
        <translation>Toca una tarjeta y luego el lugar donde va. O arrástrala hasta ahí.</translation>
    </message>
    <message>
        <source>{n} of {total} placed</source>
        <translation>{n} de {total} colocadas</translation>
    </message>
    <message>
        <source>Try {n}</source>
        <translation>Intento {n}</translation>
    </message>
    <message>
        <source>Second round</source>
        <translation>Segunda ronda</translation>
    </message>
</context>
<context>
    <name>BringIn</name>
    <message>
        <source>Bring in nothing</source>
        <translation>No traer nada</translation>
    </message>
</context>
<context>
    <name>BroughtPanel</name>
    <message>
        <source>Check it</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Keep it on this kiosk</source>
        <translation>Guardarla en este kiosco</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Qué está mal en ella</translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation>Qué se deja fuera</translation>
    </message>
    <message>
        <source>Left out, as no part of it uses it:</source>
        <translation>Se deja fuera, porque la lección no lo usa:</translation>
    </message>
    <message>
        <source>Bring in a lesson</source>
        <translation>Traer una lección</translation>
    </message>
    <message>
        <source>A folder or a zip of it. All of it is checked before anything is kept; the lesson in use stays as it is.</source>
        <translation>Una carpeta o un zip de ella. Se comprueba entera antes de guardar nada; la lección en uso queda como está.</translation>
    </message>
    <message>
        <source>{name} cannot be used. Problems: {n}</source>
        <translation>{name} no se puede usar. Problemas: {n}</translation>
    </message>
    <message>
        <source>Each names its file and place, for the author of the lesson.</source>
        <translation>Cada uno dice su archivo y su lugar, para quien escribe la lección (en inglés).</translation>
    </message>
    <message>
        <source>Kept, and read back: {title}</source>
        <translation>Guardada y leída de nuevo: {title}</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Move {card}</source>
        <translation>Mover {card}</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Move {card}</source>
        <translation>Mover {card}</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
</context>
<context>
    <name>CardReport</name>
    <message>
        <source>What the cards tell</source>
        <translation>Lo que dicen las tarjetas</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Belongs in</source>
        <translation>Va en</translation>
    </message>
    <message>
        <source>Wrong first time</source>
        <translation>Mal la primera vez</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Se toma por</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Distingue</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Wrong first time: the share of boards on which the card was not right when the answers were checked for the first time.</source>
        <translation>Mal la primera vez: la parte de los tableros en los que la tarjeta no estaba bien cuando se comprobaron las respuestas por primera vez.</translation>
    </message>
    <message>
        <source>Apart: from -1 to 1, whether those who get the other cards right get this one right too. Near 0 it tells nothing; below 0 the card itself may mislead.</source>
        <translation>Distingue: de -1 a 1, si quienes aciertan las demás tarjetas aciertan también esta. Cerca de 0 no dice nada; por debajo de 0, puede que la propia tarjeta confunda.</translation>
    </message>
    <message>
        <source>Time: the median of the active time at the card in the first try, kept in steps of a tenth of a second and more.</source>
        <translation>Tiempo: la mediana del tiempo activo con la tarjeta la primera vez, guardada en pasos de una décima de segundo o más.</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Página {n}</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>nowhere</source>
        <translation>ningún lugar</translation>
    </message>
    <message>
        <source>boards that were checked</source>
        <translation>tableros comprobados</translation>
    </message>
    <message>
        <source>right at once</source>
        <translation>bien a la primera</translation>
    </message>
    <message>
        <source>most argued card</source>
        <translation>tarjeta más discutida</translation>
    </message>
    <message>
        <source>median time</source>
        <translation>tiempo (mediana)</translation>
    </message>
    <message>
        <source>Fewer than {n} boards: these figures say little yet.</source>
        <translation>Menos de {n} tableros: estas cifras aún dicen poco.</translation>
    </message>
    <message>
        <source>{n} right</source>
        <translation>{n} bien</translation>
    </message>
    <message>
        <source>{card}: on {n} boards, {right} right at once. Most often taken for: {category} ({share}). Not placed on {left}. Moved {moves} times, as the median. Efficiency {efficiency}.</source>
        <translation>{card}: en {n} tableros, {right} bien a la primera. Más a menudo se toma por: {category} ({share}). Sin colocar en {left}. Se movió {moves} veces (mediana). Eficiencia {efficiency}.</translation>
    </message>
    <message>
        <source>Who does well on the others gets this one wrong more often: look at it.</source>
        <translation>Quienes aciertan las demás fallan esta más a menudo: conviene revisarla.</translation>
    </message>
    <message>
        <source>{n} to {m} minutes</source>
        <translation>de {n} a {m} minutos</translation>
    </message>
    <message>
        <source>{n} minutes and more</source>
        <translation>{n} minutos o más</translation>
    </message>
    <message>
        <source>board that was checked</source>
        <translation>tablero comprobado</translation>
    </message>
</context>
<context>
    <name>CardsDesk</name>
    <message>
        <source>All weeks</source>
        <translation>Todas las semanas</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>Last {n} weeks</source>
        <translation>Últimas {n} semanas</translation>
    </message>
    <message>
        <source>each learner&apos;s first board</source>
        <translation>el primer tablero de cada persona</translation>
    </message>
    <message>
        <source>every board</source>
        <translation>todos los tableros</translation>
    </message>
    <message>
        <source>All weeks, {boards}</source>
        <translation>Todas las semanas, {boards}</translation>
    </message>
    <message>
        <source>Since Monday, {day}; {boards}</source>
        <translation>Desde el lunes {day}; {boards}</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>Cards: what people take them for</source>
        <translation>Tarjetas: con qué se confunden</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>Informe en PDF</translation>
    </message>
    <message>
        <source>Export to CSV</source>
        <translation>Exportar a CSV</translation>
    </message>
    <message>
        <source>Which activity</source>
        <translation>Qué actividad</translation>
    </message>
    <message>
        <source>Which weeks</source>
        <translation>Qué semanas</translation>
    </message>
    <message>
        <source>Which boards</source>
        <translation>Qué tableros</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Plot and table</source>
        <translation>Gráfico y tabla</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Tarjetas</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Belongs in</source>
        <translation>Va en</translation>
    </message>
    <message>
        <source>Wrong first time</source>
        <translation>Mal de entrada</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Se toma por</translation>
    </message>
    <message>
        <source>Tells apart</source>
        <translation>Distingue</translation>
    </message>
    <message>
        <source>Every board</source>
        <translation>Todos los tableros</translation>
    </message>
    <message>
        <source>First boards only</source>
        <translation>Solo los primeros</translation>
    </message>
    <message>
        <source>No boards yet</source>
        <translation>Aún no hay tableros</translation>
    </message>
    <message>
        <source>Boards by cards right at once</source>
        <translation>Tableros por tarjetas bien a la primera</translation>
    </message>
    <message>
        <source>Boards by minutes they took</source>
        <translation>Tableros por minutos que llevaron</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
</context>
<context>
    <name>Checkup</name>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>See to it</source>
        <translation>Por atender</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Lo que se guarda</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Respaldos</translation>
    </message>
    <message>
        <source>The disk</source>
        <translation>El disco</translation>
    </message>
    <message>
        <source>The clock</source>
        <translation>El reloj</translation>
    </message>
    <message>
        <source>The lesson</source>
        <translation>La lección</translation>
    </message>
    <message>
        <source>What keeps learners in the kiosk</source>
        <translation>Lo que impide salir del kiosco</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>The log and crashes</source>
        <translation>El registro y los fallos</translation>
    </message>
</context>
<context>
    <name>CodeMaker</name>
    <message>
        <source>Saved: {file}</source>
        <translation>Guardado: {file}</translation>
    </message>
    <message>
        <source>The printer has the page.</source>
        <translation>La impresora ya tiene la página.</translation>
    </message>
    <message>
        <source>That did not work. Try another place.</source>
        <translation>No funcionó. Prueba otro lugar.</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>Recovery codes</source>
        <translation>Códigos de recuperación</translation>
    </message>
    <message>
        <source>Each code opens the staff door once, where nobody knows the PIN: type it in the place of the PIN. Then a new PIN is chosen. Keep this page locked away.</source>
        <translation>Cada código abre la puerta del personal una vez, cuando nadie sabe el PIN: escríbelo en el lugar del PIN. Después se elige un PIN nuevo. Guarda esta página bajo llave.</translation>
    </message>
</context>
<context>
    <name>CodesPanel</name>
    <message>
        <source>Save to: {place}</source>
        <translation>Guardar en: {place}</translation>
    </message>
    <message>
        <source>Each code opens the staff door once, where nobody knows the PIN. They are shown only now: write them down, print them, or save them as a page to print.</source>
        <translation>Cada código abre una vez la puerta del personal, si nadie sabe el PIN. Solo se muestran ahora: anótalos, imprímelos o guárdalos como página para imprimir.</translation>
    </message>
    <message>
        <source>Print by: {printer}</source>
        <translation>Imprimir con: {printer}</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Step {n} of {total}</source>
        <translation>Paso {n} de {total}</translation>
    </message>
</context>
<context>
    <name>DoorPage</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Back to learners</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Type the PIN of this kiosk.</source>
        <translation>Escribe el PIN de este kiosco.</translation>
    </message>
    <message>
        <source>That is not the PIN of this kiosk.</source>
        <translation>Ese no es el PIN de este kiosco.</translation>
    </message>
    <message>
        <source>One more try, then the door stays shut for a while.</source>
        <translation>Queda un intento; después la puerta se cierra por un rato.</translation>
    </message>
    <message>
        <source>{n} more tries, then the door stays shut for a while.</source>
        <translation>Quedan {n} intentos; después la puerta se cierra por un rato.</translation>
    </message>
    <message>
        <source>Now you can try again.</source>
        <translation>Ya puedes intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Too many tries. You can try again in {n} seconds.</source>
        <translation>Demasiados intentos. Puedes probar de nuevo en {n} segundos.</translation>
    </message>
    <message>
        <source>Too many tries. You can try again in {n} minutes.</source>
        <translation>Demasiados intentos. Puedes probar de nuevo en {n} minutos.</translation>
    </message>
    <message>
        <source>Nobody knows the PIN? Type a recovery code of 16 digits in its place.</source>
        <translation>¿Nadie sabe el PIN? Escribe en su lugar un código de recuperación de 16 dígitos.</translation>
    </message>
</context>
<context>
    <name>EndScreen</name>
    <message>
        <source>Clear the screen</source>
        <translation>Limpiar la pantalla</translation>
    </message>
    <message>
        <source>Thank you, and good road</source>
        <translation>Gracias y buen camino</translation>
    </message>
    <message>
        <source>Your last steps are not saved yet. The kiosk keeps trying: please leave it on, and tell the room&apos;s staff.</source>
        <translation>Tus últimos pasos todavía no se guardan. El kiosco lo sigue intentando: déjalo encendido y avisa al personal de la sala.</translation>
    </message>
    <message>
        <source>Your code brings you back to where you stopped.</source>
        <translation>Con tu código vuelves al punto donde quedaste.</translation>
    </message>
    <message>
        <source>Your last steps are being saved.</source>
        <translation>Se están guardando tus últimos pasos.</translation>
    </message>
    <message>
        <source>Everything is saved, and nobody who comes after you can see it.</source>
        <translation>Todo está guardado y nadie que venga después puede verlo.</translation>
    </message>
    <message>
        <source>Two people walk up a winding path toward a low sun.</source>
        <translation>Dos personas suben un camino con curvas hacia un sol bajo.</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>Cancelled. Nothing was left behind.</source>
        <translation>Cancelado. No quedó nada a medias.</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export: carry the attempts away</source>
        <translation>Exportar: llévate los intentos</translation>
    </message>
    <message>
        <source>Export to CSV</source>
        <translation>Exportar a CSV</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>attempts in the log</source>
        <translation>intentos en el registro</translation>
    </message>
    <message>
        <source>{n} of {total} rows written</source>
        <translation>{n} de {total} filas escritas</translation>
    </message>
    <message>
        <source>{n} attempts written, read back, equal</source>
        <translation>{n} intentos escritos, releídos, iguales</translation>
    </message>
    <message>
        <source>One attempt written, read back, equal</source>
        <translation>Un intento escrito, releído, igual</translation>
    </message>
    <message>
        <source>new since the last export</source>
        <translation>nuevos desde la última exportación</translation>
    </message>
    <message>
        <source>{place} is chosen.</source>
        <translation>Se eligió {place}.</translation>
    </message>
    <message>
        <source>In {folder}. A stick can be taken out now.</source>
        <translation>En {folder}. Ya puedes sacar la memoria.</translation>
    </message>
</context>
<context>
    <name>FaultPage</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The kiosk cannot start</source>
        <translation>El kiosco no puede empezar</translation>
    </message>
    <message>
        <source>A path over a hill, a low sun above.</source>
        <translation>Un camino sobre una colina, con el sol bajo.</translation>
    </message>
</context>
<context>
    <name>FeedbackScreen</name>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Your answers, card by card</source>
        <translation>Tus respuestas, tarjeta por tarjeta</translation>
    </message>
    <message>
        <source>Try that one again</source>
        <translation>Probar esa otra vez</translation>
    </message>
    <message>
        <source>Try the {n} again</source>
        <translation>Probar las {n} otra vez</translation>
    </message>
    <message>
        <source>{n} of {total} at the first try</source>
        <translation>{n} de {total} al primer intento</translation>
    </message>
    <message>
        <source>{n} of {total} right at once</source>
        <translation>{n} de {total} bien a la primera</translation>
    </message>
    <message>
        <source>Every card is where it belongs.</source>
        <translation>Cada tarjeta está en su lugar.</translation>
    </message>
    <message>
        <source>Now every card is where it belongs.</source>
        <translation>Ahora cada tarjeta está en su lugar.</translation>
    </message>
    <message>
        <source>One card is worth another look. The rest stay.</source>
        <translation>Vale la pena mirar una tarjeta otra vez. Las demás se quedan.</translation>
    </message>
    <message>
        <source>{n} cards are worth another look. The rest stay where they are.</source>
        <translation>Vale la pena mirar {n} tarjetas otra vez. Las demás se quedan donde están.</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>sin colocar</translation>
    </message>
    <message>
        <source>you: {place}</source>
        <translation>tú: {place}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation>{m} min {s} s</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superado</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>No superado</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>dragged</source>
        <translation>arrastrada</translation>
    </message>
    <message>
        <source>tapped</source>
        <translation>tocada</translation>
    </message>
    <message>
        <source>by keys</source>
        <translation>con teclas</translation>
    </message>
    <message>
        <source>from its menu</source>
        <translation>desde su menú</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>The database is sound. Attempts, each as it was written: {n}.</source>
        <translation>La base de datos está bien. Intentos, cada uno como se escribió: {n}.</translation>
    </message>
    <message>
        <source>Attempts that are not as they were written: {n}. A backup may have them.</source>
        <translation>Intentos que no están como se escribieron: {n}. Puede que un respaldo los tenga.</translation>
    </message>
    <message>
        <source>The database cannot be relied on: {why}</source>
        <translation>No se puede confiar en la base de datos: {why}</translation>
    </message>
    <message>
        <source>There is no database yet: the kiosk was not set up.</source>
        <translation>Todavía no hay base de datos: el kiosco no se ha configurado.</translation>
    </message>
    <message>
        <source>There is no backup yet. The kiosk makes one at each start.</source>
        <translation>Todavía no hay respaldo. El kiosco hace uno en cada inicio.</translation>
    </message>
    <message>
        <source>The newest backup is not sound: {why}</source>
        <translation>El respaldo más nuevo no está bien: {why}</translation>
    </message>
    <message>
        <source>There is room on the disk: {n} GB are free.</source>
        <translation>Hay lugar en el disco: {n} GB libres.</translation>
    </message>
    <message>
        <source>The disk is almost full: {n} MB are free. Make room.</source>
        <translation>El disco está casi lleno: {n} MB libres. Haz lugar.</translation>
    </message>
    <message>
        <source>The disk does not say how much is free.</source>
        <translation>El disco no dice cuánto hay libre.</translation>
    </message>
    <message>
        <source>What learners do is not saved now: the disk refuses.</source>
        <translation>Ahora no se guarda lo que hacen las personas: el disco no lo permite.</translation>
    </message>
    <message>
        <source>Space is kept back, so that a visit can end well on a full disk.</source>
        <translation>Hay espacio reservado para que una visita termine bien con el disco lleno.</translation>
    </message>
    <message>
        <source>No space is kept back for a full disk.</source>
        <translation>No hay espacio reservado para un disco lleno.</translation>
    </message>
    <message>
        <source>The clock says {now}, and has run evenly since the start.</source>
        <translation>El reloj marca {now} y ha andado parejo desde el inicio.</translation>
    </message>
    <message>
        <source>The clock says {now}, which can be right.</source>
        <translation>El reloj marca {now}, que puede ser correcto.</translation>
    </message>
    <message>
        <source>The clock moved by {n} minutes against the time since the start: it was set, or the computer slept. No order and no duration is wrong by it.</source>
        <translation>El reloj se movió {n} minutos respecto al tiempo desde el inicio: alguien lo ajustó o la computadora durmió. Ningún orden ni duración cambia por eso.</translation>
    </message>
    <message>
        <source>The clock says {now}, and the newest visit is of {newest}. Set the clock.</source>
        <translation>El reloj marca {now} y la visita más nueva es del {newest}. Pon el reloj en hora.</translation>
    </message>
    <message>
        <source>The clock says {now}, which cannot be. Set the clock.</source>
        <translation>El reloj marca {now}, que no puede ser. Pon el reloj en hora.</translation>
    </message>
    <message>
        <source>The lesson in use is as it was taken in: {title}, {version}.</source>
        <translation>La lección en uso está como se trajo: {title}, {version}.</translation>
    </message>
    <message>
        <source>The lesson that was chosen is damaged, and the kiosk&apos;s own is shown: {why}</source>
        <translation>La lección elegida está dañada y se muestra la del kiosco: {why}</translation>
    </message>
    <message>
        <source>{keys} is blocked: the kiosk runs alone, under cage.</source>
        <translation>{keys}: bloqueado, el kiosco corre solo, bajo cage.</translation>
    </message>
    <message>
        <source>{keys} does nothing here: no window manager runs beside the kiosk.</source>
        <translation>{keys}: aquí no hace nada, junto al kiosco no corre ningún gestor de ventanas.</translation>
    </message>
    <message>
        <source>{keys} is blocked: a policy of this system says so.</source>
        <translation>{keys}: bloqueado por una directiva de este sistema.</translation>
    </message>
    <message>
        <source>{keys} leads nowhere: the kiosk stands in the place of the desktop.</source>
        <translation>{keys}: no lleva a ningún lado, el kiosco está en lugar del escritorio.</translation>
    </message>
    <message>
        <source>{keys}: Keyboard Filter is on, and what its rules block cannot be read here.</source>
        <translation>{keys}: Keyboard Filter está activo; lo que bloquean sus reglas no se puede leer aquí.</translation>
    </message>
    <message>
        <source>{keys} is not blocked, and leads out of the kiosk. Only the system can block it.</source>
        <translation>{keys}: no está bloqueado y lleva fuera del kiosco. Solo el sistema puede bloquearlo.</translation>
    </message>
    <message>
        <source>{keys}: cannot be told from here. Look in the kiosk&apos;s own session.</source>
        <translation>{keys}: no se puede saber desde aquí. Míralo en la sesión del propio kiosco.</translation>
    </message>
    <message>
        <source>The kiosk runs with all rights over this computer. Give it an account of its own.</source>
        <translation>El kiosco corre con todos los permisos sobre esta computadora. Dale una cuenta propia.</translation>
    </message>
    <message>
        <source>The kiosk runs as an ordinary account.</source>
        <translation>El kiosco corre con una cuenta común.</translation>
    </message>
    <message>
        <source>No crash was reported.</source>
        <translation>No hay informes de fallos.</translation>
    </message>
    <message>
        <source>Crash reports in the folder &apos;logs&apos;: {n}. The latest is of {when}.</source>
        <translation>Informes de fallos en la carpeta «logs»: {n}. El último es del {when}.</translation>
    </message>
    <message>
        <source>Mentor Kiosk {version}, SQLite {sqlite}, Python {python}, {system}.</source>
        <translation>Mentor Kiosk {version}, SQLite {sqlite}, Python {python}, {system}.</translation>
    </message>
    <message>
        <source>Alt+Tab</source>
        <translation>Alt+Tab</translation>
    </message>
    <message>
        <source>The Windows key</source>
        <translation>La tecla Windows</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Del</source>
        <translation>Ctrl+Alt+Supr</translation>
    </message>
    <message>
        <source>The Task Manager</source>
        <translation>El Administrador de tareas</translation>
    </message>
    <message>
        <source>Ctrl+Alt+F1 to F12</source>
        <translation>Ctrl+Alt+F1 a F12</translation>
    </message>
    <message>
        <source>The SysRq key</source>
        <translation>La tecla PetSis (SysRq)</translation>
    </message>
    <message>
        <source>A swipe from the edge</source>
        <translation>Deslizar desde el borde</translation>
    </message>
    <message>
        <source>The database was looked through at the start, {when}, and is sound.</source>
        <translation>La base de datos se revisó al arrancar, {when}, y está bien.</translation>
    </message>
    <message>
        <source>Not every attempt was checked yet. &apos;Check everything&apos; looks at all of them.</source>
        <translation>Aún no se han comprobado todos los intentos. «Comprobar todo» los mira uno a uno.</translation>
    </message>
    <message>
        <source>Everything was last checked on {when}, and was as it was written.</source>
        <translation>Todo se comprobó por última vez el {when}, y estaba como se escribió.</translation>
    </message>
    <message>
        <source>Everything was last checked on {when}. Days since then: {n}. Check it again.</source>
        <translation>Todo se comprobó por última vez el {when}. Días desde entonces: {n}. Compruébalo otra vez.</translation>
    </message>
    <message>
        <source>Everything was last checked on {when}, and not all of it was well. See to it.</source>
        <translation>Todo se comprobó por última vez el {when}, y no todo estaba bien. Atiéndelo.</translation>
    </message>
    <message>
        <source>Log files in the folder &apos;logs&apos;: {n}, {kib} KB. Old lines make room for new ones.</source>
        <translation>Archivos de registro en la carpeta «logs»: {n}, {kib} KB. Las líneas viejas dejan sitio a las nuevas.</translation>
    </message>
    <message>
        <source>The newest backup, of {when}, is as it was written.</source>
        <translation>El respaldo más nuevo, del {when}, está como se escribió.</translation>
    </message>
    <message>
        <source>The newest backup is of {when}.</source>
        <translation>El respaldo más nuevo es del {when}.</translation>
    </message>
    <message>
        <source>The newest backup is old: it is of {when}.</source>
        <translation>El respaldo más nuevo es viejo: es del {when}.</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Not saved since {time}: {why}.</source>
        <translation>Sin guardar desde las {time}: {why}.</translation>
    </message>
    <message>
        <source>All is saved. The disk does not say more.</source>
        <translation>Todo está guardado. El disco no dice más.</translation>
    </message>
    <message>
        <source>All is saved. {n} GB free on the disk.</source>
        <translation>Todo está guardado. Quedan {n} GB libres en el disco.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>the disk may not be written to</source>
        <translation>no se puede escribir en el disco</translation>
    </message>
    <message>
        <source>another program holds the database</source>
        <translation>otro programa tiene tomada la base de datos</translation>
    </message>
    <message>
        <source>the data folder is gone; put it back</source>
        <translation>la carpeta de datos no está; ponla de nuevo en su lugar</translation>
    </message>
    <message>
        <source>another database was put in its place; start again</source>
        <translation>hay otra base de datos en su lugar; inicia de nuevo</translation>
    </message>
    <message>
        <source>the disk gives errors</source>
        <translation>el disco da errores</translation>
    </message>
</context>
<context>
    <name>HealthDesk</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Cancelado. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Health: how this kiosk does</source>
        <translation>Estado: cómo está este kiosco</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Comprobar todo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>to see to</source>
        <translation>por atender</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>A program cannot stop the keys of the system itself. Where one is not blocked, the full screen is a courtesy: the page for administrators tells how to.</source>
        <translation>Un programa no puede detener las teclas del propio sistema. Donde una no está bloqueada, la pantalla completa es una cortesía: la página para administración dice cómo bloquearla.</translation>
    </message>
    <message>
        <source>{n} of {total} attempts compared</source>
        <translation>{n} de {total} intentos comparados</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>By touch</source>
        <translation>Con el dedo</translation>
    </message>
    <message>
        <source>With a mouse</source>
        <translation>Con el ratón</translation>
    </message>
    <message>
        <source>With keys</source>
        <translation>Con el teclado</translation>
    </message>
    <message>
        <source>With a screen reader</source>
        <translation>Con un lector de pantalla</translation>
    </message>
    <message>
        <source>Tap a button. To read on, pull the page up with a finger.</source>
        <translation>Toca un botón. Para seguir leyendo, sube la página con el dedo.</translation>
    </message>
    <message>
        <source>Click a button. Turn the wheel to read on.</source>
        <translation>Haz clic en un botón. Gira la rueda para seguir leyendo.</translation>
    </message>
    <message>
        <source>Every button says its name. Tab moves on, Space presses.</source>
        <translation>Cada botón dice su nombre. Tab avanza, Espacio pulsa.</translation>
    </message>
    <message>
        <source>Click a field and type. Click a button to press it.</source>
        <translation>Haz clic en un campo y escribe. Haz clic en un botón para pulsarlo.</translation>
    </message>
    <message>
        <source>Tab goes to the next field or button. Enter goes on.</source>
        <translation>Tab va al campo o botón siguiente. Intro continúa.</translation>
    </message>
    <message>
        <source>Every field and button says its name. Notes are read out.</source>
        <translation>Cada campo y cada botón dice su nombre. Los avisos se leen en voz alta.</translation>
    </message>
    <message>
        <source>Tap a field to type in it. Keys come to the screen for that.</source>
        <translation>Toca un campo para escribir. Para eso salen teclas en la pantalla.</translation>
    </message>
    <message>
        <source>Tap a card, then tap where it belongs. Or hold it and pull it there.</source>
        <translation>Toca una tarjeta y luego su lugar. O mantenla y llévala hasta ahí.</translation>
    </message>
    <message>
        <source>Click a card, then click its place. Or drag it. A right click opens its menu.</source>
        <translation>Haz clic en una tarjeta y luego en su lugar. O arrástrala. El botón derecho abre su menú.</translation>
    </message>
    <message>
        <source>Space picks a card up, arrows choose the place, Space drops it. M opens its menu. Escape puts it back.</source>
        <translation>Espacio toma una tarjeta, las flechas eligen el lugar, Espacio la suelta. M abre su menú. Escape la devuelve.</translation>
    </message>
    <message>
        <source>Press a card, then press a place. You hear where it is now.</source>
        <translation>Pulsa una tarjeta y luego un lugar. Oyes dónde está ahora.</translation>
    </message>
    <message>
        <source>Help: set-up</source>
        <translation>Ayuda: preparar el kiosco</translation>
    </message>
    <message>
        <source>Say what the room and this computer are called, and choose a PIN for staff. Learners can begin after that.</source>
        <translation>Di cómo se llaman la sala y esta computadora, y elige un PIN para el personal. Después de eso se puede empezar.</translation>
    </message>
    <message>
        <source>Help: the staff door</source>
        <translation>Ayuda: la puerta del personal</translation>
    </message>
    <message>
        <source>This door is for the room&apos;s staff. Type the PIN of this kiosk. &apos;Back to learners&apos; leads out again.</source>
        <translation>Esta puerta es para el personal de la sala. Escribe el PIN de este kiosco. «Volver» te saca de aquí.</translation>
    </message>
    <message>
        <source>Help: staff pages</source>
        <translation>Ayuda: páginas del personal</translation>
    </message>
    <message>
        <source>Help: before the cards</source>
        <translation>Ayuda: antes de las tarjetas</translation>
    </message>
    <message>
        <source>Help: sorting the cards</source>
        <translation>Ayuda: ordenar las tarjetas</translation>
    </message>
    <message>
        <source>Put each card where you think it belongs. You can move it again until you press &apos;Check my answers&apos;. Each move is saved at once.</source>
        <translation>Pon cada tarjeta donde creas que va. Puedes moverla otra vez hasta que pulses «Revisar mis respuestas». Cada cambio se guarda al momento.</translation>
    </message>
    <message>
        <source>Help: your answers</source>
        <translation>Ayuda: tus respuestas</translation>
    </message>
    <message>
        <source>Choose a card to read why it belongs where it does. Then try the missed ones again, or finish.</source>
        <translation>Elige una tarjeta para leer por qué va donde va. Luego intenta otra vez las que fallaste, o termina.</translation>
    </message>
    <message>
        <source>Help: reading again</source>
        <translation>Ayuda: leer otra vez</translation>
    </message>
    <message>
        <source>This is the page of the lesson that the card comes from. &apos;Back to your answers&apos; brings you back.</source>
        <translation>Esta es la página de la lección de donde viene la tarjeta. «Volver a tus respuestas» te lleva de vuelta.</translation>
    </message>
    <message>
        <source>Help: how it went</source>
        <translation>Ayuda: cómo te fue</translation>
    </message>
    <message>
        <source>This page shows your first try and how it ended. With your code you can come back and sort again.</source>
        <translation>Esta página muestra tu primer intento y cómo terminó. Con tu código puedes volver y ordenar otra vez.</translation>
    </message>
    <message>
        <source>Help: signing in</source>
        <translation>Ayuda: entrar</translation>
    </message>
    <message>
        <source>Type your code and press &apos;Start&apos;. It brings you back to where you stopped. No code? Press &apos;Start without a code&apos;, and the kiosk gives you one.</source>
        <translation>Escribe tu código y pulsa «Empezar». Te lleva a donde te quedaste. ¿No tienes código? Pulsa «Empezar sin código» y el kiosco te da uno.</translation>
    </message>
    <message>
        <source>Help: your code</source>
        <translation>Ayuda: tu código</translation>
    </message>
    <message>
        <source>This code is yours alone. Write it down, then press &apos;Continue&apos;. It brings you back to your place.</source>
        <translation>Este código es solo tuyo. Anótalo y pulsa «Continuar». Te lleva de vuelta a tu lugar.</translation>
    </message>
    <message>
        <source>Help: the lesson</source>
        <translation>Ayuda: la lección</translation>
    </message>
    <message>
        <source>Read the page, then press &apos;Next&apos;. &apos;Back&apos; shows the page before. Boxes open when you press them.</source>
        <translation>Lee la página y pulsa «Siguiente». «Atrás» muestra la página anterior. Los cuadros se abren al pulsarlos.</translation>
    </message>
    <message>
        <source>Help: goodbye</source>
        <translation>Ayuda: despedida</translation>
    </message>
    <message>
        <source>Your visit is closed. &apos;Clear the screen&apos; makes it ready for the next person.</source>
        <translation>Tu visita está cerrada. «Limpiar la pantalla» la deja lista para la siguiente persona.</translation>
    </message>
    <message>
        <source>Help: your steps</source>
        <translation>Ayuda: tus pasos</translation>
    </message>
    <message>
        <source>Here you see what is done and what comes next. Press a step to go on. &apos;End visit&apos; closes your visit; your place is kept.</source>
        <translation>Aquí ves qué está hecho y qué sigue. Pulsa un paso para continuar. «Terminar visita» cierra tu visita; tu lugar se guarda.</translation>
    </message>
    <message>
        <source>Help: trying it out</source>
        <translation>Ayuda: hacer la prueba</translation>
    </message>
    <message>
        <source>Move a card in the way that suits you, or in all four. A tick shows what you tried. Nothing here is kept. The button below deals the real cards.</source>
        <translation>Mueve una tarjeta de la forma que te convenga, o de las cuatro. Una marca muestra lo que probaste. Aquí no se guarda nada. El botón de abajo reparte las tarjetas de verdad.</translation>
    </message>
    <message>
        <source>Here you see what you will sort, and the ways to move a card. They all count the same. Try them first if you like.</source>
        <translation>Aquí ves qué vas a ordenar y las formas de mover una tarjeta. Todas valen lo mismo. Si quieres, pruébalas antes.</translation>
    </message>
    <message>
        <source>Choose a page at the left. &apos;Back to learners&apos; closes these pages.</source>
        <translation>Elige una página a la izquierda. «Volver» cierra estas páginas.</translation>
    </message>
    <message>
        <source>Help: {page}</source>
        <translation>Ayuda: {page}</translation>
    </message>
    <message>
        <source>Help: your slip</source>
        <translation>Ayuda: tu comprobante</translation>
    </message>
    <message>
        <source>A slip is for you or your trainer to keep. The room&apos;s staff can check it here by your code and the check value. &apos;Back&apos; shows how it went.</source>
        <translation>Un comprobante es para ti o para quien te forma. El personal de la sala puede comprobarlo aquí con tu código y el valor de control. «Atrás» muestra cómo te fue.</translation>
    </message>
    <message>
        <source>This computer cannot speak yet, so nothing can be read aloud here. The room&apos;s staff can change that.</source>
        <translation>Esta computadora aún no puede hablar, así que aquí no se puede leer nada en voz alta. El personal de la sala puede cambiarlo.</translation>
    </message>
    <message>
        <source>This computer has no voice for this language yet. The room&apos;s staff can add one. Everything else works as before.</source>
        <translation>Esta computadora aún no tiene una voz para este idioma. El personal de la sala puede agregar una. Todo lo demás funciona como antes.</translation>
    </message>
    <message>
        <source>No voice is installed on this PC</source>
        <translation>En esta PC no hay ninguna voz instalada</translation>
    </message>
    <message>
        <source>Tab goes to the next button, Space presses it. Page Down reads on. F2 reads aloud.</source>
        <translation>Tab va al botón siguiente, Espacio lo pulsa. Av Pág sigue leyendo. F2 lee en voz alta.</translation>
    </message>
    <message>
        <source>Tap the digits, then the button below them.</source>
        <translation>Toca los dígitos y luego el botón de abajo.</translation>
    </message>
    <message>
        <source>Help: a new PIN</source>
        <translation>Ayuda: un PIN nuevo</translation>
    </message>
    <message>
        <source>A recovery code opens the door once. Choose a new PIN, type it twice and keep it: from now on it opens the door.</source>
        <translation>Un código de recuperación abre la puerta una vez. Elige un PIN nuevo, escríbelo dos veces y guárdalo: desde ahora abre la puerta.</translation>
    </message>
    <message>
        <source>The voice of this computer gave no answer. Press &apos;Read aloud&apos; to try it again. Everything else works as before.</source>
        <translation>La voz de esta computadora no respondió. Toca «Leer en voz alta» para probar otra vez. Todo lo demás funciona como antes.</translation>
    </message>
    <message>
        <source>Reading aloud has stopped</source>
        <translation>La lectura en voz alta se detuvo</translation>
    </message>
    <message>
        <source>Tap the keyboard sign for letters on the screen, then tap your code.</source>
        <translation>Toca el signo del teclado para ver letras en la pantalla y luego toca tu código.</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Close help</source>
        <translation>Cerrar ayuda</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Everything is saved as you go.</source>
        <translation>Todo se guarda mientras avanzas.</translation>
    </message>
    <message>
        <source>Step 1</source>
        <translation>Paso 1</translation>
    </message>
    <message>
        <source>Step 2</source>
        <translation>Paso 2</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Código {code}</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Qué bueno verte otra vez</translation>
    </message>
    <message>
        <source>Good to have you here</source>
        <translation>Qué bueno que estás aquí</translation>
    </message>
    <message>
        <source>Your cards lie as you left them.</source>
        <translation>Tus tarjetas están como las dejaste.</translation>
    </message>
    <message>
        <source>Read first, then sort the cards. Stop whenever you like.</source>
        <translation>Primero lee y luego ordena las tarjetas. Puedes parar cuando quieras.</translation>
    </message>
    <message>
        <source>You have read it all. The cards are next.</source>
        <translation>Ya leíste todo. Siguen las tarjetas.</translation>
    </message>
    <message>
        <source>You have done both. One card is worth another look.</source>
        <translation>Hiciste las dos cosas. Vale la pena mirar una tarjeta otra vez.</translation>
    </message>
    <message>
        <source>You have done both. {n} cards are worth another look.</source>
        <translation>Hiciste las dos cosas. Vale la pena mirar {n} tarjetas otra vez.</translation>
    </message>
    <message>
        <source>You have done both. You can read or sort again.</source>
        <translation>Hiciste las dos cosas. Puedes leer u ordenar otra vez.</translation>
    </message>
    <message>
        <source>{n} of {total} screens read</source>
        <translation>{n} de {total} pantallas leídas</translation>
    </message>
    <message>
        <source>Start the lesson</source>
        <translation>Empezar la lección</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Seguir leyendo</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer otra vez</translation>
    </message>
    <message>
        <source>{n} of {total} cards placed</source>
        <translation>{n} de {total} tarjetas colocadas</translation>
    </message>
    <message>
        <source>This round: {n} of {total} cards placed</source>
        <translation>Esta ronda: {n} de {total} tarjetas colocadas</translation>
    </message>
    <message>
        <source>Go on sorting</source>
        <translation>Seguir ordenando</translation>
    </message>
    <message>
        <source>Done, {percent} % right in the end</source>
        <translation>Hecho, {percent} % bien al final</translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>Ordenar otra vez</translation>
    </message>
    <message>
        <source>{total} cards</source>
        <translation>{total} tarjetas</translation>
    </message>
    <message>
        <source>Sort the cards</source>
        <translation>Ordenar las tarjetas</translation>
    </message>
    <message>
        <source>Two people walk up a winding path toward a low sun.</source>
        <translation>Dos personas suben un camino con curvas hacia un sol bajo.</translation>
    </message>
</context>
<context>
    <name>IntroductionScreen</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Move a card the way you like</source>
        <translation>Mueve las tarjetas como te guste</translation>
    </message>
    <message>
        <source>Change your mind as often as you like. Every card you place is saved at once.</source>
        <translation>Cambia de opinión cuando quieras. Cada tarjeta que colocas se guarda al instante.</translation>
    </message>
    <message>
        <source>Deal {n} cards</source>
        <translation>Repartir {n} tarjetas</translation>
    </message>
    <message>
        <source>Go on sorting</source>
        <translation>Seguir ordenando</translation>
    </message>
    <message>
        <source>Try moving a card</source>
        <translation>Prueba a mover una tarjeta</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>KioskError</name>
    <message>
        <source>Something went wrong here.</source>
        <translation>Algo salió mal aquí.</translation>
    </message>
    <message>
        <source>Please ask the room&apos;s staff.</source>
        <translation>Avisa al personal de la sala.</translation>
    </message>
    <message>
        <source>Something went wrong: {detail}.</source>
        <translation>Algo salió mal: {detail}.</translation>
    </message>
    <message>
        <source>Start the kiosk again; if it happens again, send the log to support.</source>
        <translation>Inicia el kiosco de nuevo; si vuelve a pasar, envía el registro a soporte.</translation>
    </message>
    <message>
        <source>No lesson pack was found at {path}.</source>
        <translation>No hay ningún paquete de lección en {path}.</translation>
    </message>
    <message>
        <source>Check the path, or leave --pack out to use the pack that came with the kiosk.</source>
        <translation>Revisa la ruta, o quita --pack para usar el paquete que vino con el kiosco.</translation>
    </message>
    <message>
        <source>The lesson pack at {path} cannot be used ({count} problems, the first: {first}).</source>
        <translation>El paquete de lección en {path} no se puede usar ({count} problemas; el primero: {first}).</translation>
    </message>
    <message>
        <source>Run &apos;mentor-kiosk pack check {path}&apos; for the whole list, mend them, and start again.</source>
        <translation>Ejecuta «mentor-kiosk pack check {path}» para ver la lista completa, corrígelos e inicia de nuevo.</translation>
    </message>
    <message>
        <source>The data folder {path} cannot be used: {detail}.</source>
        <translation>La carpeta de datos {path} no se puede usar: {detail}.</translation>
    </message>
    <message>
        <source>Give this user the right to read and write it, or name another with --data-dir.</source>
        <translation>Da a este usuario permiso de leer y escribir en ella, o indica otra con --data-dir.</translation>
    </message>
    <message>
        <source>The database {path} is damaged ({detail}).</source>
        <translation>La base de datos {path} está dañada ({detail}).</translation>
    </message>
    <message>
        <source>Start the kiosk: it puts the file aside, unchanged, and recovers what it can.</source>
        <translation>Inicia el kiosco: aparta el archivo sin cambiarlo y recupera lo que puede.</translation>
    </message>
    <message>
        <source>The database {path} is of a newer Mentor Kiosk (schema {found}, known here: {known}).</source>
        <translation>La base de datos {path} es de un Mentor Kiosk más nuevo (esquema {found}; aquí se conoce el {known}).</translation>
    </message>
    <message>
        <source>It was left untouched: install the newer version of the program.</source>
        <translation>Quedó intacta: instala la versión más nueva del programa.</translation>
    </message>
    <message>
        <source>Mentor Kiosk is already running on the data folder {path}.</source>
        <translation>Mentor Kiosk ya está en marcha con la carpeta de datos {path}.</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation>Usa la ventana que está abierta, o ciérrala primero.</translation>
    </message>
    <message>
        <source>There is no display to open a window on.</source>
        <translation>No hay pantalla donde abrir una ventana.</translation>
    </message>
    <message>
        <source>The data folder {path} holds no kiosk yet.</source>
        <translation>En la carpeta de datos {path} aún no hay un kiosco.</translation>
    </message>
    <message>
        <source>Start the kiosk once with &apos;mentor-kiosk run&apos; and fill in the first page.</source>
        <translation>Inicia el kiosco una vez con «mentor-kiosk run» y llena la primera página.</translation>
    </message>
    <message>
        <source>The export to {path} was not made: {detail}.</source>
        <translation>No se exportó a {path}: {detail}.</translation>
    </message>
    <message>
        <source>Nothing was lost: check the folder or the stick, and export again.</source>
        <translation>No se perdió nada: revisa la carpeta o la memoria USB y exporta de nuevo.</translation>
    </message>
    <message>
        <source>The export {path} is not as it was written: {detail}.</source>
        <translation>La exportación {path} no está como se escribió: {detail}.</translation>
    </message>
    <message>
        <source>Do not rely on this copy; make a new export at the kiosk.</source>
        <translation>No confíes en esta copia; haz una nueva exportación en el kiosco.</translation>
    </message>
    <message>
        <source>Nothing is kept under that code, neither in the database nor in a backup.</source>
        <translation>No hay nada guardado con ese código, ni en la base de datos ni en un respaldo.</translation>
    </message>
    <message>
        <source>Check the code: it was perhaps purged before, or belongs to another kiosk.</source>
        <translation>Revisa el código: quizá ya se borró, o es de otro kiosco.</translation>
    </message>
    <message>
        <source>The purge in {path} is not finished: {detail}.</source>
        <translation>El borrado en {path} no ha terminado: {detail}.</translation>
    </message>
    <message>
        <source>No other learner lost anything. Mend that, and purge again to finish it.</source>
        <translation>Nadie más perdió nada. Corrige eso y borra de nuevo para terminar.</translation>
    </message>
    <message>
        <source>The purge is done, but {path}, not the kiosk&apos;s own, holds what was purged.</source>
        <translation>El borrado está hecho, pero {path}, que no es del kiosco, aún contiene lo borrado.</translation>
    </message>
    <message>
        <source>Look at that file, and delete it yourself if it is about those learners.</source>
        <translation>Mira ese archivo y bórralo tú si trata de esas personas.</translation>
    </message>
    <message>
        <source>The database {path} belongs to another program.</source>
        <translation>La base de datos {path} es de otro programa.</translation>
    </message>
    <message>
        <source>It was left untouched: name another data folder with --data-dir, or move that file.</source>
        <translation>Quedó intacta: indica otra carpeta de datos con --data-dir, o mueve ese archivo.</translation>
    </message>
    <message>
        <source>The file {path} cannot be taken: {detail}.</source>
        <translation>El archivo {path} no se puede tomar: {detail}.</translation>
    </message>
    <message>
        <source>The backup {path} was not made: {detail}.</source>
        <translation>No se hizo el respaldo {path}: {detail}.</translation>
    </message>
    <message>
        <source>Nothing was lost: check the place, or name another file, and try again.</source>
        <translation>No se perdió nada: revisa el lugar, o indica otro archivo, y prueba de nuevo.</translation>
    </message>
    <message>
        <source>The database is sound, but its newest backup {path} is not ({detail}).</source>
        <translation>La base de datos está bien, pero su último respaldo {path} no ({detail}).</translation>
    </message>
    <message>
        <source>Make a new one: mentor-kiosk backup --out FILE, or start the kiosk.</source>
        <translation>Haz uno nuevo: mentor-kiosk backup --out FILE, o inicia el kiosco.</translation>
    </message>
    <message>
        <source>In the database {path}, {count} attempts are not as they were written.</source>
        <translation>En la base de datos {path}, {count} intentos no están como se escribieron.</translation>
    </message>
    <message>
        <source>See what a backup would bring: mentor-kiosk restore FILE --preview.</source>
        <translation>Mira qué traería un respaldo: mentor-kiosk restore FILE --preview.</translation>
    </message>
    <message>
        <source>The tour stopped: {step}.</source>
        <translation>El recorrido se detuvo: {step}.</translation>
    </message>
    <message>
        <source>See screens/failed.png in its folder, if it is there, for how far it came.</source>
        <translation>Mira screens/failed.png en su carpeta, si está, para ver hasta dónde llegó.</translation>
    </message>
    <message>
        <source>There is no file at {path}.</source>
        <translation>No hay ningún archivo en {path}.</translation>
    </message>
    <message>
        <source>Check the path; damaged databases are kept in &apos;quarantine&apos; in the data folder.</source>
        <translation>Revisa la ruta; las bases de datos dañadas están en «quarantine», en la carpeta de datos.</translation>
    </message>
    <message>
        <source>There is a file at {path} already.</source>
        <translation>Ya hay un archivo en {path}.</translation>
    </message>
    <message>
        <source>Name another file with --out: salvage overwrites nothing.</source>
        <translation>Indica otro archivo con --out: el rescate no sobrescribe nada.</translation>
    </message>
    <message>
        <source>The new database {path} was not made: {detail}.</source>
        <translation>No se hizo la nueva base de datos {path}: {detail}.</translation>
    </message>
    <message>
        <source>The damaged file was only read: check the folder and try again, or name another.</source>
        <translation>El archivo dañado solo se leyó: revisa la carpeta y prueba de nuevo, o indica otra.</translation>
    </message>
    <message>
        <source>Nothing was changed: choose another file.</source>
        <translation>No se cambió nada: elige otro archivo.</translation>
    </message>
    <message>
        <source>The folder {path} is not empty.</source>
        <translation>La carpeta {path} no está vacía.</translation>
    </message>
    <message>
        <source>Nothing was changed: name a folder that is new or empty with --data-dir.</source>
        <translation>No se cambió nada: indica con --data-dir una carpeta nueva o vacía.</translation>
    </message>
    <message>
        <source>The smoke test failed: {step}.</source>
        <translation>La prueba de arranque falló: {step}.</translation>
    </message>
    <message>
        <source>Install the kiosk again; if it fails again, send the report to support.</source>
        <translation>Instala el kiosco de nuevo; si vuelve a fallar, envía el informe a soporte.</translation>
    </message>
    <message>
        <source>The lesson pack was not kept in {path}: {detail}.</source>
        <translation>El paquete de la lección no se guardó en {path}: {detail}.</translation>
    </message>
    <message>
        <source>The lesson of before is still in use: check the disk, and try again.</source>
        <translation>La lección de antes sigue en uso: revisa el disco y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>No slip with this code and check value was made by this kiosk.</source>
        <translation>Este kiosco no hizo ningún comprobante con este código y este valor de control.</translation>
    </message>
    <message>
        <source>Compare both letter by letter; a slip is proved where its activity was done.</source>
        <translation>Compara ambos letra por letra; un comprobante se comprueba donde se hizo la actividad.</translation>
    </message>
    <message>
        <source>Nothing half-made was left there: check the stick, or choose another folder.</source>
        <translation>Allí no quedó nada a medias: revisa la memoria o elige otra carpeta.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the slip.</source>
        <translation>La impresora {printer} no aceptó el comprobante.</translation>
    </message>
    <message>
        <source>See whether it is on and has paper; the values on the screen are worth the same.</source>
        <translation>Mira si está encendida y tiene papel; los valores de la pantalla valen lo mismo.</translation>
    </message>
    <message>
        <source>The set-up file {path} was not taken, it has {count} faults:
{faults}.</source>
        <translation>El archivo de configuración {path} no se aceptó, tiene {count} errores:
{faults}.</translation>
    </message>
    <message>
        <source>Nothing was changed: mend them and try again.</source>
        <translation>No se cambió nada: corrígelos y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The set-up file {path} cannot be read: {detail}.</source>
        <translation>No se puede leer el archivo de configuración {path}: {detail}.</translation>
    </message>
    <message>
        <source>Nothing was changed: check the path.</source>
        <translation>No se cambió nada: revisa la ruta.</translation>
    </message>
    <message>
        <source>The set-up file {path} lacks: {keys}.</source>
        <translation>Al archivo de configuración {path} le falta: {keys}.</translation>
    </message>
    <message>
        <source>Nothing was changed: add what is missing and try again.</source>
        <translation>No se cambió nada: agrega lo que falta y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The kiosk in {path} is set up already.</source>
        <translation>El kiosco en {path} ya está configurado.</translation>
    </message>
    <message>
        <source>Nothing was changed: say --change to give it the settings of the file.</source>
        <translation>No se cambió nada: usa --change para darle los ajustes del archivo.</translation>
    </message>
    <message>
        <source>The codes were not kept: {detail}.</source>
        <translation>Los códigos no se guardaron: {detail}.</translation>
    </message>
    <message>
        <source>Nothing was changed: check the disk, and try again.</source>
        <translation>No se cambió nada: revisa el disco y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The export needs about {needed} MB, and {path} has {free} MB free.</source>
        <translation>La exportación necesita unos {needed} MB y en {path} quedan {free} MB libres.</translation>
    </message>
    <message>
        <source>Nothing was written: make room there, or choose another place.</source>
        <translation>No se escribió nada: libera espacio ahí o elige otro lugar.</translation>
    </message>
    <message>
        <source>Things that need attention: {count}.</source>
        <translation>Cosas por atender: {count}.</translation>
    </message>
    <message>
        <source>See the lines above.</source>
        <translation>Mira las líneas de arriba.</translation>
    </message>
    <message>
        <source>Things that are wrong: {count}.</source>
        <translation>Cosas que están mal: {count}.</translation>
    </message>
    <message>
        <source>this is not TOML: {detail}</source>
        <translation>esto no es TOML: {detail}</translation>
    </message>
    <message>
        <source>the file is not in UTF-8</source>
        <translation>el archivo no está en UTF-8</translation>
    </message>
    <message>
        <source>the file is larger than a set-up file can be</source>
        <translation>el archivo es más grande de lo que puede ser un archivo de configuración</translation>
    </message>
    <message>
        <source>there is no setting called &apos;{key}&apos;</source>
        <translation>no hay ningún ajuste llamado «{key}»</translation>
    </message>
    <message>
        <source>&apos;{key}&apos; has another kind of value; it takes: {wanted}</source>
        <translation>«{key}» tiene otro tipo de valor; admite: {wanted}</translation>
    </message>
    <message>
        <source>&apos;{key}&apos; has a value that is not allowed; it takes: {wanted}</source>
        <translation>«{key}» tiene un valor que no se permite; admite: {wanted}</translation>
    </message>
    <message>
        <source>&apos;pin&apos; and &apos;pin_hash&apos; are both there; one is enough, the hash is the better one</source>
        <translation>«pin» y «pin_hash» están los dos; basta uno, mejor el hash</translation>
    </message>
    <message>
        <source>the example &apos;{example}&apos; is not a code of the pattern</source>
        <translation>el ejemplo «{example}» no es un código del patrón</translation>
    </message>
    <message>
        <source>The attempts in {path} are sound, but {count} sums of the staff pages are not theirs.</source>
        <translation>Los intentos en {path} están bien, pero {count} sumas de las páginas del personal no son las suyas.</translation>
    </message>
    <message>
        <source>Stop the kiosk and have them counted anew: mentor-kiosk check --mend.</source>
        <translation>Detén el kiosco y haz que se cuenten de nuevo: mentor-kiosk check --mend.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the page.</source>
        <translation>La impresora {printer} no aceptó la página.</translation>
    </message>
    <message>
        <source>See whether it is on and has paper, or save the page to print it elsewhere.</source>
        <translation>Mira si está encendida y tiene papel, o guarda la página para imprimirla en otro sitio.</translation>
    </message>
    <message>
        <source>The page was not saved in {path}: {detail}.</source>
        <translation>La página no se guardó en {path}: {detail}.</translation>
    </message>
    <message>
        <source>Start it in a desktop session, or see it as pictures:
mentor-kiosk tour --out DIR</source>
        <translation>Inícialo en una sesión de escritorio, o míralo en&#xa0;imágenes:
mentor-kiosk tour --out DIR</translation>
    </message>
</context>
<context>
    <name>LearnerScreen</name>
    <message>
        <source>End visit</source>
        <translation>Terminar visita</translation>
    </message>
</context>
<context>
    <name>LearnersDesk</name>
    <message>
        <source>What learners do is kept until you forget it. Settings can change it.</source>
        <translation>Lo que hacen quienes aprenden se guarda hasta que lo borres. En Ajustes se puede cambiar.</translation>
    </message>
    <message>
        <source>What learners do is kept for {n} days, then it is deleted by itself.</source>
        <translation>Lo que hacen quienes aprenden se guarda {n} días; después se borra solo.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was kept.</source>
        <translation>Cancelado. No se guardó nada.</translation>
    </message>
    <message>
        <source>This cannot be read: {why}.</source>
        <translation>No se puede leer: {why}.</translation>
    </message>
    <message>
        <source>Nothing is in the database under this code; a backup may have it.</source>
        <translation>No hay nada en la base de datos con este código; puede que un respaldo lo tenga.</translation>
    </message>
    <message>
        <source>Forget {code} for good?</source>
        <translation>¿Borrar {code} para siempre?</translation>
    </message>
    <message>
        <source>It goes from every backup here too. It cannot be undone.</source>
        <translation>También se borra de todos los respaldos de aquí. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Borrarlo</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>Borrando</translation>
    </message>
    <message>
        <source>First a backup is made. Until that is done, nothing has changed.</source>
        <translation>Primero se hace una copia de seguridad. Hasta que esté hecha, no cambia nada.</translation>
    </message>
    <message>
        <source>Keep it after all</source>
        <translation>Conservarlo, mejor</translation>
    </message>
    <message>
        <source>Every file is written anew and read back. It goes to its end now: half of it would leave the code in some files. Please leave the kiosk on.</source>
        <translation>Cada archivo se escribe de nuevo y se relee. Ahora llega hasta el final: a medias, el código quedaría en algunos archivos. Deja el kiosco encendido.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was forgotten.</source>
        <translation>Cancelado. No se ha borrado nada.</translation>
    </message>
</context>
<context>
    <name>LearnersPage</name>
    <message>
        <source>Learners: codes, never names</source>
        <translation>Participantes: códigos, nunca nombres</translation>
    </message>
    <message>
        <source>Code of a learner</source>
        <translation>Código de participante</translation>
    </message>
    <message>
        <source>Look what is kept</source>
        <translation>Ver qué hay guardado</translation>
    </message>
    <message>
        <source>Forget a learner</source>
        <translation>Borrar a una persona</translation>
    </message>
    <message>
        <source>All that is kept under a code goes from this kiosk and from every backup on it, and cannot be brought back. Copies that were carried away are not touched.</source>
        <translation>Todo lo guardado con un código se borra de este kiosco y de todos sus respaldos, y no se puede recuperar. Las copias que ya se llevaron no se tocan.</translation>
    </message>
    <message>
        <source>codes are known here</source>
        <translation>códigos se conocen aquí</translation>
    </message>
    <message>
        <source>of them never came</source>
        <translation>de ellos no han venido nunca</translation>
    </message>
    <message>
        <source>Forgotten. Read back: no byte of it is left.</source>
        <translation>Borrado. Se volvió a leer: no queda ni un byte.</translation>
    </message>
    <message>
        <source>Backups written anew: {n}.</source>
        <translation>Respaldos escritos de nuevo: {n}.</translation>
    </message>
    <message>
        <source>Deleted as a whole, as it could not be written anew: {file}</source>
        <translation>Borrado entero, porque no se pudo escribir de nuevo: {file}</translation>
    </message>
    <message>
        <source>Not the kiosk&apos;s own, and they hold it: {files}. Delete them yourself.</source>
        <translation>No son del kiosco y lo contienen: {files}. Bórralos tú.</translation>
    </message>
    <message>
        <source>code is known here</source>
        <translation>código se conoce aquí</translation>
    </message>
    <message>
        <source>of them never came</source>
        <comment>one code</comment>
        <translation>de ellos no ha venido nunca</translation>
    </message>
</context>
<context>
    <name>LessonDesk</name>
    <message>
        <source>From the next visit on, learners see {title}, version {version}. A board that somebody left open on another lesson waits until that one is in use again.</source>
        <translation>Desde la próxima visita se ve {title}, versión {version}. Un tablero que alguien dejó abierto en otra lección espera hasta que esa vuelva a estar en uso.</translation>
    </message>
    <message>
        <source>Use this lesson?</source>
        <translation>¿Usar esta lección?</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarla</translation>
    </message>
</context>
<context>
    <name>LessonPage</name>
    <message>
        <source>Lesson: what learners see</source>
        <translation>Lección: lo que ven las personas</translation>
    </message>
    <message>
        <source>On this kiosk</source>
        <translation>En este kiosco</translation>
    </message>
    <message>
        <source>Another lesson counts from the next visit on. Attempts keep their own.</source>
        <translation>Otra lección vale desde la próxima visita. Los intentos conservan la suya.</translation>
    </message>
</context>
<context>
    <name>LessonPreview</name>
    <message>
        <source>Close the preview</source>
        <translation>Cerrar la vista previa</translation>
    </message>
    <message>
        <source>Preview of {title}, screen {n} of {total}: nothing here is kept.</source>
        <translation>Vista previa de {title}, pantalla {n} de {total}: aquí no se guarda nada.</translation>
    </message>
    <message>
        <source>Preview of {title}, the cards: nothing here is kept.</source>
        <translation>Vista previa de {title}, las tarjetas: aquí no se guarda nada.</translation>
    </message>
</context>
<context>
    <name>LessonScreen</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>{module}, screen {n} of {total}</source>
        <translation>{module}, pantalla {n} de {total}</translation>
    </message>
    <message>
        <source>Screen {n} of {total}</source>
        <translation>Pantalla {n} de {total}</translation>
    </message>
    <message>
        <source>Back to your answers</source>
        <translation>Volver a tus respuestas</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>{title}, version {version}. Languages: {languages}. Screens: {n}. Cards: {m}.</source>
        <translation>{title}, versión {version}. Idiomas: {languages}. Pantallas: {n}. Tarjetas: {m}.</translation>
    </message>
    <message>
        <source>It came with the kiosk.</source>
        <translation>Vino con el kiosco.</translation>
    </message>
    <message>
        <source>Version {version}. Languages: {languages}.</source>
        <translation>Versión {version}. Idiomas: {languages}.</translation>
    </message>
</context>
<context>
    <name>LookButton</name>
    <message>
        <source>Language, text size, colors and sound</source>
        <translation>Idioma, tamaño de letra, colores y sonido</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño de letra</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Read each screen aloud</source>
        <translation>Leer cada pantalla en voz alta</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Language, text size, colors and sound</source>
        <translation>Idioma, tamaño de letra, colores y sonido</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
</context>
<context>
    <name>MomentPage</name>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>A path over a hill, a low sun above.</source>
        <translation>Un camino sobre una colina, con el sol bajo.</translation>
    </message>
</context>
<context>
    <name>NewPinFields</name>
    <message>
        <source>PIN for staff</source>
        <translation>PIN para el personal</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>El mismo PIN otra vez</translation>
    </message>
    <message>
        <source>6 to 12 digits, not all the same and not all in a row.</source>
        <translation>De 6 a 12 dígitos, no todos iguales ni todos seguidos.</translation>
    </message>
    <message>
        <source>The PIN needs 6 to 12 digits, not all the same and not all in a row.</source>
        <translation>El PIN necesita de 6 a 12 dígitos, no todos iguales ni todos seguidos.</translation>
    </message>
    <message>
        <source>The two are not the same. Type the second again.</source>
        <translation>Los dos no son iguales. Escribe el segundo otra vez.</translation>
    </message>
</context>
<context>
    <name>NewPinPage</name>
    <message>
        <source>Keep this PIN</source>
        <translation>Guardar este PIN</translation>
    </message>
    <message>
        <source>Back to learners</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>A new PIN</source>
        <translation>Un PIN nuevo</translation>
    </message>
    <message>
        <source>The recovery code is used up. Choose a new PIN to go on.</source>
        <translation>El código de recuperación ya se usó. Elige un PIN nuevo para seguir.</translation>
    </message>
</context>
<context>
    <name>NextPart</name>
    <message>
        <source>Show the next part</source>
        <translation>Mostrar la parte siguiente</translation>
    </message>
</context>
<context>
    <name>PackProblem</name>
    <message>
        <source>line {n}</source>
        <translation>línea {n}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>no existe ese archivo</translation>
    </message>
    <message>
        <source>is not a plain file</source>
        <translation>no es un archivo corriente</translation>
    </message>
    <message>
        <source>cannot be read ({detail})</source>
        <translation>no se puede leer ({detail})</translation>
    </message>
    <message>
        <source>is larger than {n} KiB</source>
        <translation>pasa de {n} KiB</translation>
    </message>
    <message>
        <source>is not UTF-8; save the file as UTF-8</source>
        <translation>no está en UTF-8; guarda el archivo como UTF-8</translation>
    </message>
    <message>
        <source>holds a control character ({code})</source>
        <translation>contiene un carácter de control ({code})</translation>
    </message>
    <message>
        <source>is not TOML: {detail}</source>
        <translation>no es TOML; el lector dice, en inglés: {detail}</translation>
    </message>
    <message>
        <source>has more than {n} full stops</source>
        <translation>tiene más de {n} puntos</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>tiene demasiados niveles, uno dentro de otro</translation>
    </message>
    <message>
        <source>holds a number with too many digits</source>
        <translation>contiene un número con demasiadas cifras</translation>
    </message>
    <message>
        <source>must be {n}; another format cannot be read by this kiosk</source>
        <translation>debe ser {n}; este kiosco no puede leer otro formato</translation>
    </message>
    <message>
        <source>must be a table</source>
        <translation>debe ser una tabla</translation>
    </message>
    <message>
        <source>unknown key</source>
        <translation>clave desconocida</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>must be {wanted}</source>
        <translation>debe ser: {wanted}</translation>
    </message>
    <message>
        <source>must be &apos;{fence}&apos;, which begins the front matter</source>
        <translation>debe ser «{fence}», donde empieza la cabecera</translation>
    </message>
    <message>
        <source>the front matter has no second &apos;{fence}&apos; to end it</source>
        <translation>la cabecera no tiene un segundo «{fence}» que la cierre</translation>
    </message>
    <message>
        <source>{thing} &apos;{name}&apos; is also number {n}</source>
        <translation>«{name}» ({thing}) ya está con el número {n}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is also the id of {file}</source>
        <translation>«{name}» es también el id de {file}</translation>
    </message>
    <message>
        <source>there is no {thing} &apos;{name}&apos;</source>
        <translation>no existe «{name}» ({thing})</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is kept for decoys</source>
        <translation>«{name}» está reservado para las tarjetas que no van en ningún sitio</translation>
    </message>
    <message>
        <source>missing; say what the picture shows</source>
        <translation>falta; di qué muestra la imagen</translation>
    </message>
    <message>
        <source>there is no picture that it could describe</source>
        <translation>no hay ninguna imagen que pueda describir</translation>
    </message>
    <message>
        <source>has nothing to read</source>
        <translation>no tiene nada que leer</translation>
    </message>
    <message>
        <source>has {n} words; a screen has at most {most}</source>
        <translation>tiene {n} palabras; una pantalla tiene como mucho {most}</translation>
    </message>
    <message>
        <source>must be at most {n}, the number of items</source>
        <translation>debe ser como mucho {n}, el número de tarjetas</translation>
    </message>
    <message>
        <source>missing; every category has a reason</source>
        <translation>falta; cada categoría tiene su explicación</translation>
    </message>
    <message>
        <source>holds {outside}</source>
        <translation>contiene {outside}</translation>
    </message>
    <message>
        <source>holds bullets inside a bullet</source>
        <translation>contiene viñetas dentro de una viñeta</translation>
    </message>
    <message>
        <source>begins a bullet with &apos;{sign}&apos;; use &apos;-&apos;</source>
        <translation>empieza una viñeta con «{sign}»; usa «-»</translation>
    </message>
    <message>
        <source>is a bullet&apos;s second paragraph</source>
        <translation>es el segundo párrafo de una viñeta</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is the language of the pack itself</source>
        <translation>«{name}» es el idioma de la propia lección</translation>
    </message>
    <message>
        <source>has a text below the front matter where the pack has none, or none</source>
        <translation>tiene texto bajo la cabecera y la lección no, o al revés</translation>
    </message>
    <message>
        <source>missing; the pack itself has it</source>
        <translation>falta; la propia lección lo tiene</translation>
    </message>
    <message>
        <source>the pack itself has none</source>
        <translation>la propia lección no lo tiene</translation>
    </message>
    <message>
        <source>must be {n} [[{name}]], as in the pack itself</source>
        <translation>debe haber {n} [[{name}]], como en la propia lección</translation>
    </message>
    <message>
        <source>there is no such category</source>
        <translation>no existe esa categoría</translation>
    </message>
    <message>
        <source>the pack itself has no &apos;{name}&apos;</source>
        <translation>la propia lección no tiene «{name}»</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is missing</source>
        <translation>falta «{name}»</translation>
    </message>
    <message>
        <source>is not XML ({detail})</source>
        <translation>no es XML; el lector dice, en inglés: {detail}</translation>
    </message>
    <message>
        <source>is not SVG</source>
        <translation>no es SVG</translation>
    </message>
    <message>
        <source>holds a DOCTYPE or entities</source>
        <translation>contiene un DOCTYPE o entidades</translation>
    </message>
    <message>
        <source>is declared as {name}; save it as UTF-8</source>
        <translation>se declara como {name}; guárdalo como UTF-8</translation>
    </message>
    <message>
        <source>holds a processing instruction ({name})</source>
        <translation>contiene una instrucción de proceso ({name})</translation>
    </message>
    <message>
        <source>is nested deeper than {depth} or has over {parts} parts</source>
        <translation>pasa de {depth} niveles o de {parts} partes</translation>
    </message>
    <message>
        <source>has neither a viewBox with a width and a height, nor these two themselves</source>
        <translation>no tiene un viewBox con ancho y alto, ni ancho y alto propios</translation>
    </message>
    <message>
        <source>holds &lt;{name}&gt;</source>
        <translation>contiene &lt;{name}&gt;</translation>
    </message>
    <message>
        <source>holds a script ({name})</source>
        <translation>contiene un programa ({name})</translation>
    </message>
    <message>
        <source>refers to something outside the picture ({name})</source>
        <translation>remite a algo fuera de la imagen ({name})</translation>
    </message>
    <message>
        <source>is larger than {n} in one direction ({name})</source>
        <translation>pasa de {n} en una dirección ({name})</translation>
    </message>
    <message>
        <source>uses a part that itself uses another</source>
        <translation>usa una parte que a su vez usa otra</translation>
    </message>
    <message>
        <source>is neither a folder nor a zip</source>
        <translation>no es una carpeta ni un zip</translation>
    </message>
    <message>
        <source>is not a zip, or a damaged one ({detail})</source>
        <translation>no es un zip, o está dañado ({detail})</translation>
    </message>
    <message>
        <source>has too much in it: a pack has at most {n} files</source>
        <translation>tiene demasiado dentro: una lección tiene como mucho {n} archivos</translation>
    </message>
    <message>
        <source>is one too many: a pack has at most {n} files</source>
        <translation>sobra: una lección tiene como mucho {n} archivos</translation>
    </message>
    <message>
        <source>is too much: a pack has at most {n} MiB</source>
        <translation>no cabe: una lección tiene como mucho {n} MiB</translation>
    </message>
    <message>
        <source>is larger than {n} MiB</source>
        <translation>pasa de {n} MiB</translation>
    </message>
    <message>
        <source>is damaged, or not what its zip says of it ({detail})</source>
        <translation>está dañado, o no es lo que su zip dice ({detail})</translation>
    </message>
    <message>
        <source>is not as long as its zip says</source>
        <translation>no es tan largo como dice su zip</translation>
    </message>
    <message>
        <source>is a link</source>
        <translation>es un enlace</translation>
    </message>
    <message>
        <source>is encrypted; save the zip without a password</source>
        <translation>está cifrado; guarda el zip sin contraseña</translation>
    </message>
    <message>
        <source>is packed in a way that is not known here; save it as an ordinary zip</source>
        <translation>está comprimido de una forma que aquí no se conoce; guárdalo como un zip corriente</translation>
    </message>
    <message>
        <source>would grow beyond measure when it is unpacked</source>
        <translation>crecería sin medida al descomprimirlo</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>está dos veces</translation>
    </message>
    <message>
        <source>is the same name as {name}</source>
        <translation>es el mismo nombre que {name}</translation>
    </message>
    <message>
        <source>has a control character in its name</source>
        <translation>tiene un carácter de control en el nombre</translation>
    </message>
    <message>
        <source>has a backslash in its name</source>
        <translation>tiene una barra inversa en el nombre</translation>
    </message>
    <message>
        <source>has a colon in its name: it would name a drive, or a part of a file</source>
        <translation>tiene dos puntos en el nombre: nombraría una unidad, o una parte de un archivo</translation>
    </message>
    <message>
        <source>has a name of more than {n} characters</source>
        <translation>tiene un nombre de más de {n} caracteres</translation>
    </message>
    <message>
        <source>begins at the root of the disk</source>
        <translation>empieza en la raíz del disco</translation>
    </message>
    <message>
        <source>lies deeper than {n} folders</source>
        <translation>está a más de {n} carpetas de profundidad</translation>
    </message>
    <message>
        <source>leads out of the pack (..)</source>
        <translation>lleva fuera de la lección (..)</translation>
    </message>
    <message>
        <source>has a part without a name</source>
        <translation>tiene una parte sin nombre</translation>
    </message>
    <message>
        <source>has a name that ends with a space or a full stop</source>
        <translation>tiene un nombre que termina en espacio o en punto</translation>
    </message>
    <message>
        <source>has the name of a device ({name})</source>
        <translation>tiene el nombre de un dispositivo ({name})</translation>
    </message>
    <message>
        <source>is of a kind that has no place in a pack; it holds {kinds} alone</source>
        <translation>es de un tipo que no va en una lección; solo lleva {kinds}</translation>
    </message>
    <message>
        <source>its files were changed since it was taken</source>
        <translation>sus archivos han cambiado desde que se trajo</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>actividad</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categoría</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>item</source>
        <translation>tarjeta</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>pantalla</translation>
    </message>
    <message>
        <source>a quotation; use &apos;quote&apos; in the front matter</source>
        <translation>una cita; usa «quote» en la cabecera</translation>
    </message>
    <message>
        <source>code</source>
        <translation>código</translation>
    </message>
    <message>
        <source>text pushed in by four spaces, which is a block of code</source>
        <translation>texto sangrado con cuatro espacios, que es un bloque de código</translation>
    </message>
    <message>
        <source>*emphasis*; mark a key term as **key term**</source>
        <translation>*cursiva*; marca un término clave como **término clave**</translation>
    </message>
    <message>
        <source>a block of code</source>
        <translation>un bloque de código</translation>
    </message>
    <message>
        <source>a heading; the title stands in the front matter</source>
        <translation>un encabezado; el título va en la cabecera</translation>
    </message>
    <message>
        <source>a rule across the page</source>
        <translation>una línea de lado a lado</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>an image; name it as &apos;picture&apos; in the front matter</source>
        <translation>una imagen; nómbrala como «picture» en la cabecera</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>un enlace</translation>
    </message>
    <message>
        <source>a numbered list; use &apos;-&apos; bullets</source>
        <translation>una lista numerada; usa viñetas con «-»</translation>
    </message>
    <message>
        <source>what no screen can show</source>
        <translation>algo que ninguna pantalla puede mostrar</translation>
    </message>
    <message>
        <source>struck-out text</source>
        <translation>texto tachado</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>una tabla</translation>
    </message>
    <message>
        <source>the number 1</source>
        <translation>el número 1</translation>
    </message>
    <message>
        <source>small letters a-z and digits, in words joined by &apos;-&apos; (at most 64 characters)</source>
        <translation>minúsculas de la a a la z y cifras, en palabras unidas por «-» (como mucho 64 caracteres)</translation>
    </message>
    <message>
        <source>a version such as &apos;1.0.0&apos;</source>
        <translation>una versión como «1.0.0»</translation>
    </message>
    <message>
        <source>one line of text, 1 to 120 characters</source>
        <translation>una línea de texto, de 1 a 120 caracteres</translation>
    </message>
    <message>
        <source>a language tag such as &apos;en&apos; or &apos;es-MX&apos;</source>
        <translation>una etiqueta de idioma como «en» o «es-MX»</translation>
    </message>
    <message>
        <source>at most 40 texts</source>
        <translation>40 textos como mucho</translation>
    </message>
    <message>
        <source>one line of text, 1 to 1000 characters</source>
        <translation>una línea de texto, de 1 a 1000 caracteres</translation>
    </message>
    <message>
        <source>1 to 60 file names</source>
        <translation>de 1 a 60 nombres de archivo</translation>
    </message>
    <message>
        <source>1 to 12 file names</source>
        <translation>de 1 a 12 nombres de archivo</translation>
    </message>
    <message>
        <source>at most 12 language tags</source>
        <translation>12 etiquetas de idioma como mucho</translation>
    </message>
    <message>
        <source>the name of an SVG file, in small letters, such as &apos;two-kinds.svg&apos;</source>
        <translation>el nombre de un archivo SVG, en minúsculas, como «two-kinds.svg»</translation>
    </message>
    <message>
        <source>at most 8 [[reveals]]</source>
        <translation>8 [[reveals]] como mucho</translation>
    </message>
    <message>
        <source>the name of an icon: arrow-up, book, chat, check, clock, compass, door, globe, handshake, heart, leaf, mail, map, not, pair, people, phone, puzzle, shield, star, steps, wave</source>
        <translation>el nombre de un icono: arrow-up, book, chat, check, clock, compass, door, globe, handshake, heart, leaf, mail, map, not, pair, people, phone, puzzle, shield, star, steps, wave</translation>
    </message>
    <message>
        <source>at most 12 item ids</source>
        <translation>12 id de tarjetas como mucho</translation>
    </message>
    <message>
        <source>&apos;practice&apos; or &apos;assessment&apos;</source>
        <translation>«practice» o «assessment»</translation>
    </message>
    <message>
        <source>1 to 6 [[categories]]</source>
        <translation>de 1 a 6 [[categories]]</translation>
    </message>
    <message>
        <source>2 to 40 [[items]]</source>
        <translation>de 2 a 40 [[items]]</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>un número de 0 a 1</translation>
    </message>
    <message>
        <source>a whole number from 2 to 40</source>
        <translation>un número entero de 2 a 40</translation>
    </message>
    <message>
        <source>a text for each category id</source>
        <translation>un texto para cada id de categoría</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>refers to something outside the picture (url in {name})</source>
        <translation>remite a algo fuera de la imagen (url en {name})</translation>
    </message>
    <message>
        <source>at most 8 [[parts]]</source>
        <translation>8 [[parts]] como mucho</translation>
    </message>
</context>
<context>
    <name>PackRow</name>
    <message>
        <source>Look at it</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarla</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañada</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>Dejar de leer en voz alta</translation>
    </message>
</context>
<context>
    <name>PartsPath</name>
    <message>
        <source>Part {n} of {total}</source>
        <translation>Parte {n} de {total}</translation>
    </message>
</context>
<context>
    <name>Pick</name>
    <message>
        <source>Look again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Archivo o carpeta</translation>
    </message>
    <message>
        <source>Nothing was found on sticks or in the usual folders.</source>
        <translation>No se encontró nada en memorias USB ni en las carpetas de siempre.</translation>
    </message>
    <message>
        <source>The newest {n} of {all} that were found:</source>
        <translation>Los {n} más nuevos de {all} encontrados:</translation>
    </message>
    <message>
        <source>Found on sticks and in the usual folders:</source>
        <translation>Encontrado en memorias USB y en las carpetas de siempre:</translation>
    </message>
    <message>
        <source>Or type where it is</source>
        <translation>O escribe dónde está</translation>
    </message>
    <message>
        <source>Looking through sticks and folders…</source>
        <translation>Buscando en memorias USB y carpetas…</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Stick {name}</source>
        <translation>Memoria USB {name}</translation>
    </message>
    <message>
        <source>Documents on this computer</source>
        <translation>Documentos en esta computadora</translation>
    </message>
    <message>
        <source>Downloads on this computer</source>
        <translation>Descargas en esta computadora</translation>
    </message>
    <message>
        <source>Desktop of this computer</source>
        <translation>Escritorio de esta computadora</translation>
    </message>
</context>
<context>
    <name>Purge</name>
    <message>
        <source>Visits: {visits}. Attempts: {attempts}. Cards placed: {cards}.</source>
        <translation>Visitas: {visits}. Intentos: {attempts}. Tarjetas colocadas: {cards}.</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Read it again: {title}</source>
        <translation>Leerlo otra vez: {title}</translation>
    </message>
    <message>
        <source>What speaks for &apos;{name}&apos;</source>
        <translation>Lo que habla por «{name}»</translation>
    </message>
    <message>
        <source>Why it belongs in &apos;{name}&apos;</source>
        <translation>Por qué va en «{name}»</translation>
    </message>
    <message>
        <source>Why it looked like &apos;{name}&apos;</source>
        <translation>Por qué parecía «{name}»</translation>
    </message>
    <message>
        <source>Why not &apos;{name}&apos;</source>
        <translation>Por qué no «{name}»</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>The database was damaged when the kiosk started on {day}. It was mended.</source>
        <translation>La base de datos estaba dañada cuando el kiosco se inició el {day}. Se reparó.</translation>
    </message>
    <message>
        <source>The database was gone when the kiosk started on {day}.</source>
        <translation>La base de datos no estaba cuando el kiosco se inició el {day}.</translation>
    </message>
    <message>
        <source>There was no sound backup.</source>
        <translation>No había ningún respaldo en buen estado.</translation>
    </message>
    <message>
        <source>The backup {backup} was put in its place.</source>
        <translation>En su lugar se puso el respaldo {backup}.</translation>
    </message>
    <message>
        <source>Attempts in the log now: {attempts}.</source>
        <translation>Intentos en el registro ahora: {attempts}.</translation>
    </message>
    <message>
        <source>Attempts added or completed from the damaged file: {added}.</source>
        <translation>Intentos que vienen del archivo dañado, enteros o en parte: {added}.</translation>
    </message>
    <message>
        <source>The damaged file could not be read: ask support to look at it.</source>
        <translation>El archivo dañado no se pudo leer: pide a soporte que lo vea.</translation>
    </message>
    <message>
        <source>Attempts that were seen in it and are lost: {lost}.</source>
        <translation>Intentos que se vieron en él y se perdieron: {lost}.</translation>
    </message>
    <message>
        <source>It is kept in quarantine/{folder}.</source>
        <translation>Se guarda en quarantine/{folder}.</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>Placement</source>
        <translation>Colocación</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>de {total}</translation>
    </message>
</context>
<context>
    <name>ReplayBoard</name>
    <message>
        <source>One placement back</source>
        <translation>Una colocación atrás</translation>
    </message>
    <message>
        <source>One placement forward</source>
        <translation>Una colocación adelante</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
</context>
<context>
    <name>ReplayWords</name>
    <message>
        <source>{n} of {total}.</source>
        <translation>{n} de {total}.</translation>
    </message>
    <message>
        <source>Try {n} begins.</source>
        <translation>Empieza el intento {n}.</translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation>{m} min {s} s</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} s</translation>
    </message>
    <message>
        <source>Every card is still to be placed.</source>
        <translation>Falta colocar todas las tarjetas.</translation>
    </message>
    <message>
        <source>No card was placed.</source>
        <translation>No se colocó ninguna tarjeta.</translation>
    </message>
    <message>
        <source>{card} put back with the cards, {how}, after {time}.</source>
        <translation>{card} devuelta con las tarjetas, {how}, a los {time}.</translation>
    </message>
    <message>
        <source>{card} put in {place}, {how}, after {time}.</source>
        <translation>{card} puesta en {place}, {how}, a los {time}.</translation>
    </message>
    <message>
        <source>{card} moved from {before} to {place}, {how}, after {time}.</source>
        <translation>{card} pasada de {before} a {place}, {how}, a los {time}.</translation>
    </message>
    <message>
        <source>by drag</source>
        <translation>arrastrando</translation>
    </message>
    <message>
        <source>by tap</source>
        <translation>con toques</translation>
    </message>
    <message>
        <source>by keys</source>
        <translation>con el teclado</translation>
    </message>
    <message>
        <source>by menu</source>
        <translation>por el menú</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Bien.</translation>
    </message>
    <message>
        <source>Not right.</source>
        <translation>No está bien.</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
</context>
<context>
    <name>ResumeCodeScreen</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Write it down. With this code you can come back later, to this very place. Without it, nobody can find your answers again, not even you.</source>
        <translation>Anótalo. Con este código puedes volver más tarde, a este mismo punto. Sin él nadie puede hallar tus respuestas, ni siquiera tú.</translation>
    </message>
    <message>
        <source>This is your code</source>
        <translation>Este es tu código</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Te damos la bienvenida</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>This computer says that today is {today}, more than a month after the kiosk last ran. So nothing is deleted by its age. If the date is right, open &apos;Settings&apos; and keep them.</source>
        <translation>Esta computadora dice que hoy es {today}, más de un mes después de la última vez que funcionó el kiosco. Por eso no se borra nada por antigüedad. Si la fecha es correcta, abre «Ajustes» y guárdalos.</translation>
    </message>
    <message>
        <source>Attempts deleted because they were older than you keep them: {n}.</source>
        <translation>Intentos borrados porque eran más antiguos de lo que los guardas: {n}.</translation>
    </message>
</context>
<context>
    <name>RetentionKeeper</name>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>What has been kept for long enough is deleted now.</source>
        <translation>Se borra lo que ya se guardó el tiempo previsto.</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>there is no code in it</source>
        <translation>no tiene código</translation>
    </message>
    <message>
        <source>it looks like a name, and names are never kept</source>
        <translation>parece un nombre, y los nombres nunca se guardan</translation>
    </message>
    <message>
        <source>the same code stands in row {n}</source>
        <translation>el mismo código está en la fila {n}</translation>
    </message>
    <message>
        <source>this is no code of this site, such as {example}</source>
        <translation>no es un código de este lugar, como {example}</translation>
    </message>
    <message>
        <source>Row {n}: {why}</source>
        <translation>Fila {n}: {why}</translation>
    </message>
    <message>
        <source>This file is too large for a roster (64 MB at most).</source>
        <translation>Este archivo es demasiado grande para una lista (64 MB como máximo).</translation>
    </message>
    <message>
        <source>This file has more than 200,000 rows. Split it.</source>
        <translation>Este archivo tiene más de 200,000 filas. Divídelo.</translation>
    </message>
    <message>
        <source>This is a workbook. Open it, and save the sheet with the codes as CSV.</source>
        <translation>Es un libro de cálculo. Ábrelo y guarda como CSV la hoja con los códigos.</translation>
    </message>
    <message>
        <source>This is not a text file. Save the sheet as CSV.</source>
        <translation>No es un archivo de texto. Guarda la hoja como CSV.</translation>
    </message>
    <message>
        <source>No column of codes is in it. A roster has codes, never names.</source>
        <translation>No tiene ninguna columna de códigos. Una lista tiene códigos, nunca nombres.</translation>
    </message>
    <message>
        <source>A quotation mark in it never ends. Save the sheet as CSV once more.</source>
        <translation>Tiene una comilla que no se cierra. Guarda la hoja como CSV otra vez.</translation>
    </message>
    <message>
        <source>Left out, as only codes are kept: {columns}.</source>
        <translation>Se deja fuera, porque solo se guardan códigos: {columns}.</translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Look at it</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Rows that are left out</source>
        <translation>Filas que se dejan fuera</translation>
    </message>
    <message>
        <source>Bring in a roster</source>
        <translation>Traer una lista</translation>
    </message>
    <message>
        <source>A CSV file of any spreadsheet with a column of codes. It is shown before anything is kept, and no learner ever sees it.</source>
        <translation>Un archivo CSV de cualquier hoja de cálculo con una columna de códigos. Se muestra antes de guardar nada, y nadie que aprende aquí la ve.</translation>
    </message>
    <message>
        <source>{file}: {all} codes, of which {new} are new here.</source>
        <translation>{file}: {all} códigos, de los que {new} son nuevos aquí.</translation>
    </message>
    <message>
        <source>Rows that are left out: {n}</source>
        <translation>Filas que se dejan fuera: {n}</translation>
    </message>
    <message>
        <source>Keep the {n} good ones</source>
        <translation>Guardar los {n} buenos</translation>
    </message>
    <message>
        <source>Keep all {n}</source>
        <translation>Guardar los {n}</translation>
    </message>
    <message>
        <source>{n} of {total} codes</source>
        <translation>{n} de {total} códigos</translation>
    </message>
    <message>
        <source>Kept. New here: {n}</source>
        <translation>Guardado. Nuevos aquí: {n}</translation>
    </message>
</context>
<context>
    <name>SaveMark</name>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardando</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
</context>
<context>
    <name>Scroll</name>
    <message>
        <source>Scroll to read on</source>
        <translation>Baja para seguir leyendo</translation>
    </message>
</context>
<context>
    <name>SetUpController</name>
    <message>
        <source>That did not work. Try another place.</source>
        <translation>No funcionó. Prueba otro lugar.</translation>
    </message>
</context>
<context>
    <name>SetUpFile</name>
    <message>
        <source>kiosk.toml, line {line}, column {column}: </source>
        <translation>kiosk.toml, línea {line}, columna {column}: </translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>Name of this kiosk</source>
        <translation>Nombre de este kiosco</translation>
    </message>
    <message>
        <source>Set up this kiosk</source>
        <translation>Preparar este kiosco</translation>
    </message>
    <message>
        <source>The training room or house, as learners know it</source>
        <translation>La sala o casa, como la conocen quienes participan</translation>
    </message>
    <message>
        <source>Tells this PC from the others in your files</source>
        <translation>Distingue esta PC de las otras en tus archivos</translation>
    </message>
    <message>
        <source>Please fill in the site and the name of this kiosk.</source>
        <translation>Llena la sede y el nombre de este kiosco.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>A few answers, once. Learners get nothing before this is done.</source>
        <translation>Unas pocas respuestas, una sola vez. Nadie puede empezar antes de que termines.</translation>
    </message>
    <message>
        <source>What is older is deleted for good. 0 keeps it until you delete it.</source>
        <translation>Lo más antiguo se borra para siempre. Con 0 se guarda hasta que lo borres.</translation>
    </message>
    <message>
        <source>Days that attempts are kept</source>
        <translation>Días que se guardan los intentos</translation>
    </message>
    <message>
        <source>How learners sign in</source>
        <translation>Cómo se entra</translation>
    </message>
    <message>
        <source>A PIN for staff</source>
        <translation>Un PIN para el personal</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Códigos de recuperación</translation>
    </message>
    <message>
        <source>I have kept them: begin</source>
        <translation>Ya los guardé: empezar</translation>
    </message>
    <message>
        <source>Step {n} of {total}</source>
        <translation>Paso {n} de {total}</translation>
    </message>
    <message>
        <source>For the days, type a number from 0 to {most}.</source>
        <translation>En los días, escribe un número de 0 a {most}.</translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message>
        <source>Kept. They count from now on.</source>
        <translation>Guardado. Vale desde ahora.</translation>
    </message>
    <message>
        <source>The new PIN opens the door from now on.</source>
        <translation>El PIN nuevo abre la puerta desde ahora.</translation>
    </message>
    <message>
        <source>Make new recovery codes?</source>
        <translation>¿Crear códigos de recuperación nuevos?</translation>
    </message>
    <message>
        <source>The codes that were written down before open nothing any more.</source>
        <translation>Los códigos que se anotaron antes ya no abrirán nada.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Make new ones</source>
        <translation>Crear nuevos</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Keep the settings</source>
        <translation>Guardar los ajustes</translation>
    </message>
    <message>
        <source>Nothing moves on its way</source>
        <translation>Sin animaciones</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>Make new recovery codes</source>
        <translation>Crear códigos nuevos</translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation>Este kiosco</translation>
    </message>
    <message>
        <source>How learners sign in</source>
        <translation>Cómo se entra</translation>
    </message>
    <message>
        <source>How long it waits and keeps</source>
        <translation>Cuánto espera y cuánto guarda</translation>
    </message>
    <message>
        <source>PIN for staff</source>
        <translation>PIN para el personal</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Códigos de recuperación</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What is older is deleted for good, with every backup of it. 0: never.</source>
        <translation>Lo más antiguo se borra para siempre, también de las copias. 0: nunca.</translation>
    </message>
    <message>
        <source>Days that attempts are kept</source>
        <translation>Días que se guardan los intentos</translation>
    </message>
    <message>
        <source>Seconds until a quiet learner is asked</source>
        <translation>Segundos sin actividad antes de preguntar</translation>
    </message>
    <message>
        <source>Seconds to answer in</source>
        <translation>Segundos para responder</translation>
    </message>
    <message>
        <source>Unused recovery codes: {n}. New ones take the place of all of them.</source>
        <translation>Códigos de recuperación sin usar: {n}. Los nuevos los reemplazan a todos.</translation>
    </message>
    <message>
        <source>The site and the kiosk need a name.</source>
        <translation>La sede y el kiosco necesitan un nombre.</translation>
    </message>
    <message>
        <source>{name}: type a number from {least} to {most}.</source>
        <translation>{name}: escribe un número de {least} a {most}.</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Any code that looks like the example</source>
        <translation>Cualquier código parecido al ejemplo</translation>
    </message>
    <message>
        <source>Only codes that you have imported</source>
        <translation>Solo códigos que has importado</translation>
    </message>
    <message>
        <source>Learners may come without a code</source>
        <translation>También se puede entrar sin código</translation>
    </message>
    <message>
        <source>A code looks like</source>
        <translation>Un código se ve así</translation>
    </message>
    <message>
        <source>As a pattern</source>
        <translation>Como patrón</translation>
    </message>
    <message>
        <source>The pattern follows the example. Write your own only if you need more.</source>
        <translation>El patrón sigue al ejemplo. Escribe uno propio solo si necesitas más.</translation>
    </message>
    <message>
        <source>Try a code</source>
        <translation>Prueba un código</translation>
    </message>
    <message>
        <source>The example is not a code of the pattern. Change one.</source>
        <translation>El ejemplo no es un código del patrón. Cambia uno de los dos.</translation>
    </message>
    <message>
        <source>The pattern cannot be tried yet</source>
        <translation>El patrón aún no se puede probar</translation>
    </message>
    <message>
        <source>{code} would be taken</source>
        <translation>{code} se aceptaría</translation>
    </message>
    <message>
        <source>{code} would not be</source>
        <translation>{code} no se aceptaría</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>{n} of {total} cards</source>
        <translation>{n} de {total} tarjetas</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>A la primera</translation>
    </message>
    <message>
        <source>First try</source>
        <translation>Primer intento</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>In the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>{site}, {kiosk}</source>
        <translation>{site}, {kiosk}</translation>
    </message>
    <message>
        <source>{activity}, second round</source>
        <translation>{activity}, segunda ronda</translation>
    </message>
    <message>
        <source>Check value</source>
        <translation>Valor de control</translation>
    </message>
    <message>
        <source>The room&apos;s staff can check it at the kiosk, by its code and its check value.</source>
        <translation>El personal de la sala puede revisarlo en el kiosco con su código y su valor de control.</translation>
    </message>
</context>
<context>
    <name>SlipScreen</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>End visit</source>
        <translation>Terminar visita</translation>
    </message>
    <message>
        <source>Your slip</source>
        <translation>Tu comprobante</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Comprobante</translation>
    </message>
    <message>
        <source>Write it down or take a picture of it. With your code and the check value, the room&apos;s staff can see on this computer that it is true.</source>
        <translation>Anótalo o tómale una foto. Con tu código y el valor de control, el personal de la sala puede ver en esta computadora que es auténtico.</translation>
    </message>
    <message>
        <source>The slip cannot be made right now. Your result is kept all the same.</source>
        <translation>Ahora no se puede hacer el comprobante. Tu resultado se guarda de todos modos.</translation>
    </message>
    <message>
        <source>Your slip is made as soon as your last steps are saved.</source>
        <translation>Tu comprobante se hará en cuanto se guarden tus últimos pasos.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>On its way to the printer</source>
        <translation>En camino a la impresora</translation>
    </message>
    <message>
        <source>The printer has it. Take it with you.</source>
        <translation>La impresora lo tiene. Llévatelo.</translation>
    </message>
    <message>
        <source>The printer did not take it. Copy it from here.</source>
        <translation>La impresora no lo aceptó. Cópialo de aquí.</translation>
    </message>
</context>
<context>
    <name>SlipsPage</name>
    <message>
        <source>Slips: check what a learner brings</source>
        <translation>Comprobantes: revisar lo que alguien trae</translation>
    </message>
    <message>
        <source>Check the slip</source>
        <translation>Revisar el comprobante</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Check value, such as K7QP-2M4D</source>
        <translation>Valor de control, como K7QP-2M4D</translation>
    </message>
    <message>
        <source>May learners print a slip?</source>
        <translation>¿Pueden imprimir un comprobante?</translation>
    </message>
    <message>
        <source>Without a printer, they copy it from the screen.</source>
        <translation>Sin impresora, lo copian de la pantalla.</translation>
    </message>
    <message>
        <source>No, only on the screen</source>
        <translation>No, solo en la pantalla</translation>
    </message>
    <message>
        <source>True: this kiosk made it</source>
        <translation>Auténtico: lo hizo este kiosco</translation>
    </message>
    <message>
        <source>Not made by this kiosk</source>
        <translation>No lo hizo este kiosco</translation>
    </message>
    <message>
        <source>Compare both letter by letter. A slip is checked where its activity was done, and no longer once its learner was forgotten.</source>
        <translation>Compara ambos letra por letra. Un comprobante se revisa donde se hizo la actividad, y ya no cuando se borró a quien lo recibió.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Guardado: {file}</translation>
    </message>
</context>
<context>
    <name>SortingBoard</name>
    <message>
        <source>Cards to place</source>
        <translation>Tarjetas por colocar</translation>
    </message>
    <message>
        <source>{zone}, one card</source>
        <translation>{zone}, una tarjeta</translation>
    </message>
    <message>
        <source>{zone}, {n} cards</source>
        <translation>{zone}, {n} tarjetas</translation>
    </message>
    <message>
        <source>It stays.</source>
        <translation>Se queda.</translation>
    </message>
    <message>
        <source>{card}: back to the cards?</source>
        <translation>{card}: ¿volver con las tarjetas?</translation>
    </message>
    <message>
        <source>{card}: {place}?</source>
        <translation>{card}: ¿{place}?</translation>
    </message>
    <message>
        <source>{card} put back.</source>
        <translation>{card} devuelta.</translation>
    </message>
    <message>
        <source>Move to {place}</source>
        <translation>Mover a {place}</translation>
    </message>
    <message>
        <source>Back to the cards</source>
        <translation>Volver con las tarjetas</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>{n}x</source>
        <translation>{n}x</translation>
    </message>
    <message>
        <source>Speed {n}x</source>
        <translation>Velocidad {n}x</translation>
    </message>
</context>
<context>
    <name>StaffArea</name>
    <message>
        <source>Back to learners</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Salir del kiosco</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>StaffController</name>
    <message>
        <source>The file {file} holds a PIN in plain letters: delete it.</source>
        <translation>El archivo {file} contiene un PIN sin cifrar: bórralo.</translation>
    </message>
</context>
<context>
    <name>StaffPages</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Choose where the attempts go, then press &apos;Export to CSV&apos;. The kiosk reads the copy back and compares it.</source>
        <translation>Elige a dónde van los intentos y pulsa «Exportar a CSV». El kiosco relee la copia y la compara.</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Bring in a roster of codes from a spreadsheet, or delete all that is kept of one learner for good. Names are never kept.</source>
        <translation>Trae una lista de códigos de una hoja de cálculo, o borra para siempre todo lo guardado de una persona. Los nombres nunca se guardan.</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>Comprobantes</translation>
    </message>
    <message>
        <source>Type the code and the check value from a learner&apos;s slip, then press &apos;Check the slip&apos;. The kiosk shows what a true slip must say, and saves it as a PDF.</source>
        <translation>Escribe el código y el valor de control del comprobante y pulsa «Revisar el comprobante». El kiosco muestra lo que debe decir uno auténtico y lo guarda como PDF.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lección</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Say what this kiosk is called, who gets in and for how long all is kept, and press &apos;Keep the settings&apos;. The PIN and the recovery codes are changed below.</source>
        <translation>Di cómo se llama este kiosco, quién entra y cuánto tiempo se guarda todo, y pulsa «Guardar los ajustes». El PIN y los códigos de recuperación se cambian más abajo.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Respaldo</translation>
    </message>
    <message>
        <source>The kiosk backs itself up every half hour. Here you make one more, carry a copy away on a stick, or put one back after seeing what it would bring.</source>
        <translation>El kiosco se respalda solo cada media hora. Aquí haces un respaldo más, te llevas una copia en una memoria USB o repones uno después de ver qué traería.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>How many came today and how it went, whether the disk is well, and when the attempts were last carried away and backed up.</source>
        <translation>Cuántas personas vinieron hoy y cómo fue, si el disco está bien y cuándo se llevaron y respaldaron los intentos por última vez.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Every attempt by code, never by name. Choose days, outcome or a code, sort by a column, and open one to see its cards, their reasons and every step again.</source>
        <translation>Cada intento por código, nunca por nombre. Elige días, resultado o un código, ordena por una columna y abre uno para ver sus tarjetas, sus razones y cada paso de nuevo.</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Tarjetas</translation>
    </message>
    <message>
        <source>Which cards are argued about, what they are taken for, and whether those who do well get them right. Save it as a PDF to print it.</source>
        <translation>Qué tarjetas se discuten, con qué se confunden y si quienes van bien las aciertan. Guárdalo en PDF para imprimirlo.</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>How the kiosk does: what is kept, the disk, the clock, and what really keeps learners in it. &apos;Check everything&apos; compares each attempt with its seal.</source>
        <translation>Cómo está el kiosco: lo que se guarda, el disco, el reloj y lo que de verdad impide salir de él. «Comprobar todo» compara cada intento con su sello.</translation>
    </message>
    <message>
        <source>See which lessons are on this kiosk, look at one as learners would see it, and choose the one that they get. Or bring in another from a stick.</source>
        <translation>Mira qué lecciones hay en este kiosco, ve una como la vería quien aprende y elige la que se usa. O trae otra de una memoria USB.</translation>
    </message>
</context>
<context>
    <name>SummaryScreen</name>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End visit</source>
        <translation>Terminar visita</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Well sorted</source>
        <translation>Bien ordenado</translation>
    </message>
    <message>
        <source>Done for now</source>
        <translation>Listo por ahora</translation>
    </message>
    <message>
        <source>{n} of {total} cards</source>
        <translation>{n} de {total} tarjetas</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>A la primera</translation>
    </message>
    <message>
        <source>First try</source>
        <translation>Primer intento</translation>
    </message>
    <message>
        <source>In the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>It is all saved. Come back any time with your code {code}.</source>
        <translation>Todo está guardado. Vuelve cuando quieras con tu código {code}.</translation>
    </message>
    <message>
        <source>{n} more right since your first try.</source>
        <translation>Aciertos nuevos desde tu primer intento: {n}.</translation>
    </message>
    <message>
        <source>Every card was where it belongs.</source>
        <translation>Cada tarjeta estaba en su lugar.</translation>
    </message>
    <message>
        <source>The missed ones will be here when you come back.</source>
        <translation>Las falladas estarán aquí cuando vuelvas.</translation>
    </message>
    <message>
        <source>You missed this one the first time.</source>
        <translation>Esta la fallaste la primera vez.</translation>
    </message>
    <message>
        <source>Now it is right.</source>
        <translation>Ahora está bien.</translation>
    </message>
    <message>
        <source>It will be here when you come back.</source>
        <translation>Estará aquí cuando vuelvas.</translation>
    </message>
    <message>
        <source>You missed these {n} the first time.</source>
        <translation>Estas {n} las fallaste la primera vez.</translation>
    </message>
    <message>
        <source>Now {n} are right.</source>
        <translation>Ahora {n} están bien.</translation>
    </message>
    <message>
        <source>Now one is right.</source>
        <translation>Ahora una está bien.</translation>
    </message>
    <message>
        <source>They will be here when you come back.</source>
        <translation>Estarán aquí cuando vuelvas.</translation>
    </message>
    <message>
        <source>Now all {n} are right.</source>
        <translation>Ahora las {n} están bien.</translation>
    </message>
    <message>
        <source>Keep a slip</source>
        <translation>Guardar un comprobante</translation>
    </message>
    <message>
        <source>Two people on a hilltop raise a hand together, the sun behind them.</source>
        <translation>Dos personas en lo alto de una colina alzan juntas una mano, con el sol detrás.</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Nothing is here yet: an empty path over a hill, a low sun above.</source>
        <translation>Aquí todavía no hay nada: un camino vacío sobre una colina, con un sol bajo.</translation>
    </message>
</context>
<context>
    <name>TextSizeChoice</name>
    <message>
        <source>Text size {percent} percent</source>
        <translation>Tamaño de letra {percent} por ciento</translation>
    </message>
</context>
<context>
    <name>ThemeChoice</name>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
</context>
<context>
    <name>Tick</name>
    <message>
        <source>tried</source>
        <translation>probada</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>aún sin probar</translation>
    </message>
</context>
<context>
    <name>TidyingPage</name>
    <message>
        <source>The kiosk is tidying up. It opens by itself when that is done.</source>
        <translation>El kiosco está poniendo orden. Se abre solo cuando termina.</translation>
    </message>
</context>
<context>
    <name>TodayDesk</name>
    <message>
        <source>visits today</source>
        <translation>visitas hoy</translation>
    </message>
    <message>
        <source>attempts begun today</source>
        <translation>intentos comenzados hoy</translation>
    </message>
    <message>
        <source>passed today</source>
        <translation>superados hoy</translation>
    </message>
    <message>
        <source>attempts in all</source>
        <translation>intentos en total</translation>
    </message>
    <message>
        <source>Rounds of missed cards only, counted apart</source>
        <translation>Rondas solo de tarjetas falladas, contadas aparte</translation>
    </message>
    <message>
        <source>No attempts today yet</source>
        <translation>Hoy aún no hay intentos</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>{when}, {n} attempts</source>
        <translation>{when}, {n} intentos</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Last export</source>
        <translation>Última exportación</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Último respaldo</translation>
    </message>
    <message>
        <source>visit today</source>
        <translation>visita hoy</translation>
    </message>
    <message>
        <source>attempt begun today</source>
        <translation>intento comenzado hoy</translation>
    </message>
    <message>
        <source>passed today</source>
        <comment>one attempt</comment>
        <translation>superado hoy</translation>
    </message>
    <message>
        <source>attempt in all</source>
        <translation>intento en total</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today at a glance</source>
        <translation>Hoy, de un vistazo</translation>
    </message>
    <message>
        <source>Export to CSV</source>
        <translation>Exportar a CSV</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superados</translation>
    </message>
    <message>
        <source>How today&apos;s attempts ended</source>
        <translation>Cómo terminaron los intentos de hoy</translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation>Este kiosco</translation>
    </message>
    <message>
        <source>No attempts in the last 14 days</source>
        <translation>No hubo intentos en los últimos 14 días</translation>
    </message>
    <message>
        <source>See the attempts</source>
        <translation>Ver los intentos</translation>
    </message>
    <message>
        <source>Attempts begun in the last 14 days, the passed ones in full color</source>
        <translation>Intentos iniciados en los últimos 14 días; a todo color, los superados</translation>
    </message>
</context>
<context>
    <name>TouchKeys</name>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Signos</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Large letters</source>
        <translation>Mayúsculas</translation>
    </message>
    <message>
        <source>Hide the keys</source>
        <translation>Ocultar las teclas</translation>
    </message>
</context>
<context>
    <name>Tryout</name>
    <message>
        <source>Teapot</source>
        <translation>Tetera</translation>
    </message>
    <message>
        <source>Rake</source>
        <translation>Rastrillo</translation>
    </message>
    <message>
        <source>Spoon</source>
        <translation>Cuchara</translation>
    </message>
    <message>
        <source>Wheelbarrow</source>
        <translation>Carretilla</translation>
    </message>
    <message>
        <source>In the kitchen</source>
        <translation>En la cocina</translation>
    </message>
    <message>
        <source>In the garden</source>
        <translation>En el jardín</translation>
    </message>
    <message>
        <source>Try moving a card</source>
        <translation>Prueba a mover una tarjeta</translation>
    </message>
</context>
<context>
    <name>TryoutController</name>
    <message>
        <source>{card} is back with the cards.</source>
        <translation>{card}: de vuelta con las tarjetas.</translation>
    </message>
    <message>
        <source>{card} placed in {place}.</source>
        <translation>{card}: colocada en {place}.</translation>
    </message>
    <message>
        <source>You have tried all four ways.</source>
        <translation>Has probado las cuatro formas.</translation>
    </message>
    <message>
        <source>{way}: tried. {n} of {total} ways.</source>
        <translation>{way}: probada. {n} de {total} formas.</translation>
    </message>
</context>
<context>
    <name>TryoutScreen</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>You have tried all four ways. Use the one that you like best.</source>
        <translation>Has probado las cuatro formas. Usa la que más te guste.</translation>
    </message>
    <message>
        <source>Use any way you like. Nothing here is kept or counted.</source>
        <translation>Usa la forma que quieras. Aquí nada se guarda ni cuenta.</translation>
    </message>
    <message>
        <source>Deal {n} cards</source>
        <translation>Repartir {n} tarjetas</translation>
    </message>
    <message>
        <source>Go on sorting</source>
        <translation>Seguir ordenando</translation>
    </message>
</context>
<context>
    <name>UpdatingPage</name>
    <message>
        <source>A newer version is bringing the attempts up to date. It first makes a backup of them. The kiosk opens by itself when that is done; please leave the computer on.</source>
        <translation>Una versión nueva está poniendo al día los intentos. Antes hace una copia de seguridad. El kiosco se abre solo al terminar; deja la computadora encendida.</translation>
    </message>
    <message>
        <source>At work for {n} seconds.</source>
        <translation>Lleva {n} segundos trabajando.</translation>
    </message>
    <message>
        <source>It has only just begun.</source>
        <translation>Acaba de empezar.</translation>
    </message>
    <message>
        <source>At work for {n} minutes.</source>
        <translation>Lleva {n} minutos trabajando.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Not placed yet.</source>
        <translation>Aún sin colocar.</translation>
    </message>
    <message>
        <source>In {category}.</source>
        <translation>En {category}.</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Bien.</translation>
    </message>
    <message>
        <source>Worth another look.</source>
        <translation>Merece otra mirada.</translation>
    </message>
    <message>
        <source>To talk about.</source>
        <translation>Para conversar.</translation>
    </message>
    <message>
        <source>To talk about</source>
        <translation>Para conversar</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Worth another look</source>
        <translation>Merece otra mirada</translation>
    </message>
</context>
<context>
    <name>Watchman</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigues ahí?</translation>
    </message>
    <message>
        <source>I am here</source>
        <translation>Aquí estoy</translation>
    </message>
    <message>
        <source>In {n} seconds this visit closes. Everything is kept.</source>
        <translation>En {n} segundos se cierra esta visita. Todo queda guardado.</translation>
    </message>
    <message>
        <source>In {n} seconds the staff pages are locked.</source>
        <translation>En {n} segundos se bloquean las páginas del personal.</translation>
    </message>
</context>
<context>
    <name>WayPanel</name>
    <message>
        <source>How it goes: {way}</source>
        <translation>Cómo se hace: {way}</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Tap, tap</source>
        <translation>Toque y toque</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Tap a card, then tap where it belongs.</source>
        <translation>Toca una tarjeta y luego su lugar.</translation>
    </message>
    <message>
        <source>Hold a card down and pull it over.</source>
        <translation>Mantén una tarjeta y llévala.</translation>
    </message>
    <message>
        <source>Space picks a card up, arrows choose the place, Space drops it.</source>
        <translation>Espacio toma la tarjeta, las flechas eligen el lugar, Espacio la suelta.</translation>
    </message>
    <message>
        <source>The dots on a card, a right click, or the M key show its places.</source>
        <translation>Los puntos de una tarjeta, el botón derecho o la tecla M muestran sus lugares.</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>Your code</source>
        <translation>Tu código</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start without a code</source>
        <translation>Empezar sin código</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>We keep your code and your answers on this computer, no name. Only the room&apos;s staff can take them out. Nobody who comes after you can see them.</source>
        <translation>Guardamos tu código y tus respuestas en esta computadora, sin nombre. Solo el personal de la sala puede sacarlos. Nadie que venga después puede verlos.</translation>
    </message>
    <message>
        <source>From your trainer, such as {code}.</source>
        <translation>El que te dieron en el curso, como {code}.</translation>
    </message>
    <message>
        <source>That does not look like a code. Codes look like {code}.</source>
        <translation>Eso no parece un código. Los códigos son como {code}.</translation>
    </message>
    <message>
        <source>We do not know this code here. Please check each letter.</source>
        <translation>Aquí no conocemos este código. Revisa cada letra.</translation>
    </message>
    <message>
        <source>The kiosk cannot save just now. Please ask the room&apos;s staff.</source>
        <translation>El kiosco no puede guardar ahora. Avisa al personal de la sala.</translation>
    </message>
    <message>
        <source>After {n} days they are deleted.</source>
        <translation>Después de {n} días se borran.</translation>
    </message>
    <message>
        <source>From your trainer.</source>
        <translation>El que te dieron en el curso.</translation>
    </message>
</context>
<context>
    <name>WherePanel</name>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Adónde</translation>
    </message>
    <message>
        <source>Or any other folder</source>
        <translation>O cualquier otra carpeta</translation>
    </message>
</context>
<context>
    <name>WhichPanel</name>
    <message>
        <source>All attempts</source>
        <translation>Todos los intentos</translation>
    </message>
    <message>
        <source>What is new since the last export</source>
        <translation>Lo nuevo desde la última exportación</translation>
    </message>
    <message>
        <source>From one day to another</source>
        <translation>De un día a otro</translation>
    </message>
    <message>
        <source>Pseudonyms in the place of codes</source>
        <translation>Seudónimos en vez de códigos</translation>
    </message>
    <message>
        <source>A workbook for Excel besides</source>
        <translation>También un libro de Excel</translation>
    </message>
    <message>
        <source>Which attempts</source>
        <translation>Qué intentos</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Year-month-day, such as {day}</source>
        <translation>Año-mes-día, como {day}</translation>
    </message>
    <message>
        <source>Type two days, the earlier one first.</source>
        <translation>Escribe dos días, primero el anterior.</translation>
    </message>
</context>
<context>
    <name>ZoneMarks</name>
    <message>
        <source>drop here</source>
        <translation>suelta aquí</translation>
    </message>
</context>
<context>
    <name>ZoneScrolls</name>
    <message>
        <source>More cards</source>
        <translation>Más tarjetas</translation>
    </message>
</context>
<context>
    <name>_Scene</name>
    <message>
        <source>Walk with someone a little way.</source>
        <translation>Camina un trecho con alguien.</translation>
    </message>
    <message>
        <source>A short lesson on mentoring, then a card game to see what stuck. About fifteen minutes.</source>
        <translation>Una lección corta sobre mentoría y luego un juego de tarjetas para ver qué quedó. Unos quince minutos.</translation>
    </message>
    <message>
        <source>Two people walk up a path, hand in hand, a low sun ahead.</source>
        <translation>Dos personas suben un camino de la mano, con el sol bajo delante.</translation>
    </message>
</context>
<context>
    <name>_SecondRound</name>
    <message>
        <source>Another round</source>
        <translation>Otra ronda</translation>
    </message>
    <message>
        <source>A second round</source>
        <translation>Una segunda ronda</translation>
    </message>
    <message>
        <source>{round}: {n} cards</source>
        <translation>{round}: {n} tarjetas</translation>
    </message>
    <message>
        <source>Sort these {n}</source>
        <translation>Ordenar estas {n}</translation>
    </message>
    <message>
        <source>{round}: one card</source>
        <translation>{round}: una tarjeta</translation>
    </message>
    <message>
        <source>Sort it</source>
        <translation>Ordenarla</translation>
    </message>
</context>
</TS>
