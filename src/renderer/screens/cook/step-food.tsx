import { FoodSection } from '../../programs/food-section.tsx'
import { ProgramNotices } from '../../programs/program-notices.tsx'
import { ReadyLine } from '../../programs/ready-line.tsx'
import { useSnapshot } from '../../state/kitchen.ts'
import '../../programs/program-view.css'

/** The food of the step that a technique drives: its section, when it is ready, and what to look out for. */
export function StepFood() {
  const programs = useSnapshot((snapshot) => snapshot.programs)
  return programs
    .filter(({ ofCook }) => ofCook)
    .map((program) => (
      <div key={program.zone} className="step-food">
        <ProgramNotices program={program} which="urgent" />
        <ReadyLine program={program} />
        <FoodSection program={program} />
      </div>
    ))
}
